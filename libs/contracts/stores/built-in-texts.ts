import type { ConsentText, TextPurpose } from './consent-texts.js';

/** Before any text that is published. */
const effectiveFrom = '1900-01-01';

const builtIn = (purpose: TextPurpose, version: string, zh: string, en: string): ConsentText => ({
  ...{ purpose, version, effectiveFrom },
  text: { zh, en },
});

/** What holds for a purpose until headquarters publishes a text for it. Kept for ever, as published ones are. */
export const BUILT_IN_TEXTS: readonly ConsentText[] = [
  builtIn(
    'purpose-notice',
    '2026-01',
    '我们为您建立顾客档案，用于安排和记录护理、回访以及保障护理安全。除联系方式外，其余内容均可不填；您可以随时查看、更正、复制或删除。健康信息和照片须另行征得您的同意。',
    'We open a file to plan and record your care, to ask how you are, and to keep you safe. All of it but one way to reach you is up to you; you may see, correct, copy or delete it at any time. Health and photos need a consent of their own.',
  ),
  builtIn(
    'health',
    'health-1',
    '我同意贵店为保障护理安全记录并使用我的健康信息（过敏、敏感、疾病、用药及皮肤诊断），仅由为我护理的人员查阅，每次查阅均留有记录。我可以随时撤回，撤回不影响其他服务。',
    'I agree that the salon records and uses what I tell of my health (allergies, sensitivities, conditions, medication, and what is diagnosed of my skin) to keep me safe. Only who treats me reads it, and each reading is recorded. I may withdraw at any time; nothing else is refused to me for it.',
  ),
  builtIn(
    'photos',
    'photos-1',
    '我同意贵店拍摄并保存我的皮肤照片，用于对比护理前后的效果，不作他用。我可以随时撤回，并要求删除照片。',
    'I agree that the salon takes and keeps pictures of my skin to compare it before and after care, and for nothing else. I may withdraw at any time and have them deleted.',
  ),
  builtIn(
    'marketing-calls',
    'marketing-calls-1',
    '我同意贵店致电告知新项目和优惠活动。我可以随时撤回。',
    'I agree to be called about new treatments and offers. I may withdraw at any time.',
  ),
  builtIn(
    'marketing-messages',
    'marketing-messages-1',
    '我同意贵店发送消息告知新项目和优惠活动，每条消息均可退订。我可以随时撤回。',
    'I agree to be sent messages about new treatments and offers, each of which says how to end them. I may withdraw at any time.',
  ),
  builtIn(
    'sharing-with-franchise',
    'sharing-with-franchise-1',
    '我同意在我到访同一品牌的其他门店时，贵店向其提供我的档案。我可以随时撤回。',
    'I agree that another salon of the brand that I visit is given my file. I may withdraw at any time.',
  ),
  builtIn(
    'third-party',
    'third-party-1',
    '我同意贵店向事先告知我名称、联系方式、用途和信息种类的第三方提供我的信息。我可以随时撤回，并可查询已向谁提供。',
    'I agree that the salon gives what it knows of me to a third party whose name, address, purpose and kinds of data I was told before. I may withdraw at any time, and ask to whom it was given.',
  ),
  builtIn(
    'automated-decisions',
    'automated-decisions-1',
    '我同意贵店根据我的消费记录自动生成推荐和优惠。我可以要求说明，也可以随时撤回。',
    'I agree that offers to me are decided by a program from what I bought. I may ask why, and withdraw at any time.',
  ),
  builtIn(
    'transfer-abroad',
    'transfer-abroad-1',
    '我同意贵店向事先告知我名称、联系方式、用途、信息种类及权利行使方式的境外接收方提供我的信息。我可以随时撤回。',
    'I agree that what is known of me is given to a receiver abroad whose name, address, purpose, kinds of data and ways to exercise my rights I was told before. I may withdraw at any time.',
  ),
];
