/** Column headers in Spanish, folded by `foldHeader`, by field. */
export const spanish = `
supplierName: proveedor | nombre del proveedor | empresa | razon social | nombre
siteName: fabrica | nombre de la fabrica | planta
externalId: codigo | codigo de proveedor
subcontractors: subcontratistas | subcontratista | subcontratados | subcontratadas
labourProviders: agencia de empleo | agencia de contratacion | agencias de empleo | reclutador
group: grupo
customer: cliente | marca | comprador
supplyShare: cuota | participacion
year: ano
registration: rut | ruc | rfc | nit
asOf: fecha | fecha de actualizacion
spendCurrency: moneda | divisa
taxNumber: nif | cif | numero de iva | numero fiscal | identificacion fiscal | id fiscal
contactName: contacto | nombre del contacto | persona de contacto | contacto principal
contactRole: cargo | puesto | cargo del contacto
contactEmail: correo | correo electronico | email de contacto | correo de contacto
contactPhone: telefono | telefono de contacto | movil | celular
`;
