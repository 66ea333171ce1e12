/** Column headers in Portuguese, folded by `foldHeader`, by field. */
export const portuguese = `
supplierName: fornecedor | nome do fornecedor | razao social | nome
siteName: nome da fabrica | unidade
externalId: codigo do fornecedor
labourProviders: agencia de recrutamento
registration: cnpj
asOf: data | data de atualizacao
`;
