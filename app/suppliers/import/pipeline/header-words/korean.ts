/** Column headers in Korean, folded by `foldHeader`, by field. */
export const korean = `
registration: 사업자등록번호
`;
