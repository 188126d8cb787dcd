/** What the console says about secrecy. */
export const secrecyLead = {
  raise: '提密以后只有知悉人看得到这一件，信中的姓名和电话也会遮盖。任何看得到本件的人都可以提密。',
  lower: '只有反映人自己同意才能降密，请如实登记他的话。',
};
export const DISCIPLINE_HINT = '反映作风、廉洁的件只由纪检办理，局领导和其他科室看不到。';
export const identityLead = '会记入历史和审计。只显示这一次，关上就没有了。';
