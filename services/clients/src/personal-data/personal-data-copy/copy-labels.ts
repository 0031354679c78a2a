import type { FieldsOf, SectionName } from '../../client/file-sections.config.js';
import type { PersonalDataCopy } from './personal-data-copy.answers.js';

type Labels = {
  readonly [Name in SectionName]: {
    readonly title: string;
    readonly fields: { readonly [Field in keyof FieldsOf<Name>]-?: string };
  };
};

/** Sections of her file in her language; one without a label does not compile. */
export const SECTION_LABELS: Labels = {
  person: {
    title: '个人 Person',
    fields: {
      sex: '性别',
      birthday: '生日',
      age: '年龄',
      guardianName: '监护人姓名',
      guardianRelation: '监护人与本人关系',
      guardianPhone: '监护人电话',
      addressAs: '称呼',
      features: '特征',
      hobbies: '爱好',
      habits: '生活习惯',
    },
  },
  circumstances: {
    title: '基本情况 Circumstances',
    fields: {
      address: '家庭住址',
      postcode: '邮编',
      occupation: '职业',
      industry: '行业',
      company: '公司',
      education: '文化程度',
      economicSituation: '经济情况',
      maritalStatus: '婚姻状况',
      bloodType: '血型',
    },
  },
  'beauty-history': {
    title: '美容史 Beauty history',
    fields: { hadSalonCare: '曾在美容院护理', salons: '美容院', treatments: '做过的护理', effect: '效果' },
  },
  'skin-diagnosis': {
    title: '皮肤诊断 Skin diagnosis',
    fields: {
      skinType: '肤质',
      skinColour: '肤色',
      problems: '皮肤问题',
      analysis: '分析',
      diagnosis: '诊断',
    },
  },
  'care-plan': {
    title: '护理方案 Care plan',
    fields: { focus: '护理重点', instruments: '仪器', techniques: '手法', products: '产品', plan: '方案' },
  },
  preferences: {
    title: '偏好与忌讳 Preferences and taboos',
    fields: { spendingPreference: '消费偏好', careTendency: '护理倾向', likes: '喜欢', taboos: '忌讳' },
  },
  'talking-points': {
    title: '话题 Talking points',
    fields: { work: '工作', family: '家庭', topics: '话题' },
  },
  acquisition: {
    title: '来源 How she came',
    fields: { source: '得知途径', cameBefore: '以前来过', entry: '首次消费方式' },
  },
  qualification: {
    title: '潜客鉴定 Qualification',
    fields: { need: '有需求', means: '有付款能力', reasonable: '讲道理', other: '其他条件' },
  },
  preparation: {
    title: '访前准备 Preparation',
    fields: { realNeed: '究竟需要什么', whoDecides: '谁参加购买决策' },
  },
  departure: {
    title: '离开 Departure',
    fields: { problem: '遇到的问题', opinion: '看法和意见' },
  },
  questionnaire: {
    title: '问卷 Questionnaire',
    fields: { needs: '需求', expectations: '期望', budget: '预算', answeredOn: '填写日期' },
  },
  character: {
    title: '性格 Character',
    fields: { personalities: '性格类型', buyingTypes: '消费心理', buyingHabits: '消费习惯' },
  },
};

export const CONTACT_LABELS = {
  name: '姓名',
  phone: '电话',
  memberNumber: '会员号',
  email: '电子邮件',
  storeId: '门店',
  since: '建档时间',
} as const;

export const HISTORY_LABELS: Readonly<Record<keyof PersonalDataCopy['history'], string>> = {
  clients: '客户档案 Client file',
  visits: '到店与消费 Visits and purchases',
  membership: '会员与积分 Membership and points',
  referrals: '介绍 Referrals',
  'follow-ups': '回访 Follow-ups',
  complaints: '投诉 Complaints',
};
