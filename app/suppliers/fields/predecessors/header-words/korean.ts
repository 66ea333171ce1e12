/** What stands above a column in Korean, folded by `foldHeader`: the field, and the words that mean it. */
export const korean = `
registration: 사업자등록번호
`;
