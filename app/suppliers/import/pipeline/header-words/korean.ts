/** Column headers in Korean, folded by `foldHeader`, by field. */
export const korean = `
registration: 사업자등록번호
spendCurrency: 통화
contactName: 담당자 | 담당자명 | 연락 담당자
contactRole: 직책 | 직위
contactEmail: 이메일 | 이메일 주소 | 전자우편
contactPhone: 전화 | 전화번호 | 연락처 | 휴대폰
taxNumber: 납세자번호 | 세금 번호
`;
