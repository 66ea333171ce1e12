/** Column headers in Korean, folded by `foldHeader`, by field. */
export const korean = `
registration: 사업자등록번호
contactName: 담당자 | 담당자명 | 연락 담당자
contactRole: 직책 | 직위
contactEmail: 이메일 | 이메일 주소 | 전자우편
contactPhone: 전화 | 전화번호 | 연락처 | 휴대폰
taxNumber: 납세자번호 | 세금 번호
orderNumber: 주문번호 | 발주번호
orderDate: 주문일 | 납품일
volume: 수량 | 중량
volumeUnit: 단위
orderValue: 금액
currency: 통화
`;
