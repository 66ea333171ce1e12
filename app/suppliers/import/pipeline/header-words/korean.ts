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
coordinates: 좌표 | gps 좌표 | gps좌표 | 위도 경도
workers: 근로자 수 | 종업원 수 | 직원 수 | 근로자수 | 직원수
`;
