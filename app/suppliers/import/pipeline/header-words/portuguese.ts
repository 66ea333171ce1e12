/** Column headers in Portuguese, folded by `foldHeader`, by field. */
export const portuguese = `
supplierName: fornecedor | nome do fornecedor | razao social | nome
siteName: nome da fabrica | unidade
externalId: codigo do fornecedor
labourProviders: agencia de recrutamento
registration: cnpj
asOf: data | data de atualizacao
taxNumber: nif | numero fiscal | inscricao estadual | numero de contribuinte
contactName: contato | contacto | nome do contato | pessoa de contato | contato principal
contactRole: cargo do contato | funcao
contactEmail: e mail do contato | email do contato
contactPhone: telefone | celular | telefone de contato
orderNumber: numero do pedido | pedido | ordem de compra | numero da fatura
orderDate: data do pedido | data de entrega | data da fatura
volume: quantidade | volume | peso | peso liquido
volumeUnit: unidade de medida
orderValue: valor | valor do pedido | montante
currency: moeda
group: grupo
coordinates: localizacao gps | georreferenciamento | localizacao geografica
contactPhone: telefone do contato | telefone do contacto | telemovel
`;
