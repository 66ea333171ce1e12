/** Column headers in Korean, folded by `foldHeader`, by field. */
export const korean = `
registration: 사업자등록번호
orderNumber: 주문번호 | 발주번호
orderDate: 주문일 | 납품일
volume: 수량 | 중량
volumeUnit: 단위
orderValue: 금액
currency: 통화
`;
