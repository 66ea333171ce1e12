/** What stands above a column in Portuguese, folded by `foldHeader`: the field, and the words that mean it. */
export const portuguese = `
supplierName: fornecedor | nome do fornecedor | razao social | nome
siteName: nome da fabrica | unidade
externalId: codigo do fornecedor
country: pais de origem
address: endereco | morada | rua
city: cidade
region: regiao
postalCode: cep
sector: setor | ramo
product: produto | produtos
workers: trabalhadores | numero de trabalhadores | funcionarios | colaboradores
femaleShare: mulheres | percent mulheres
migrantShare: trabalhadores migrantes
agencyShare: trabalhadores temporarios | terceirizados
labourProviders: agencia de recrutamento
parentCompany: empresa mae
registration: cnpj
supplierType: tipo de fornecedor | tipo de fabrica
asOf: data | data de atualizacao
`;
