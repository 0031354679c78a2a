export { contract, topicOf, type Contract, type DataOf, type Message } from './contract.js';
