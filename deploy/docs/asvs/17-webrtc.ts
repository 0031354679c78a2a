import { na, type Chapter } from './requirement.js';

const NO_WEBRTC = na('there is no WebRTC');

export const webRtc: Chapter = {
  title: 'WebRTC',
  requirements: {
    'V17.1.1': [2, 'reach of a TURN server', NO_WEBRTC],
    'V17.2.1': [2, 'keys of DTLS', NO_WEBRTC],
    'V17.2.2': [2, 'ciphers of DTLS', NO_WEBRTC],
    'V17.2.3': [2, 'authenticity of SRTP', NO_WEBRTC],
    'V17.2.4': [2, 'malformed SRTP', NO_WEBRTC],
    'V17.3.1': [2, 'floods of signals', NO_WEBRTC],
    'V17.3.2': [2, 'malformed signals', NO_WEBRTC],
  },
};
