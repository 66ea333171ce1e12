/** What stands above a column in Spanish, folded by `foldHeader`: the field, and the words that mean it. */
export const spanish = `
supplierName: proveedor | nombre del proveedor | empresa | razon social | nombre
siteName: fabrica | nombre de la fabrica | planta
externalId: codigo | codigo de proveedor
country: pais | pais de origen
address: direccion | domicilio | calle
city: ciudad | municipio
region: estado | provincia | departamento
postalCode: codigo postal
lat: latitud
lng: longitud
sector: industria | rubro
product: producto | productos
workers: trabajadores | numero de trabajadores | empleados | plantilla
femaleShare: mujeres | percent mujeres | porcentaje de mujeres
migrantShare: trabajadores migrantes | migrantes | percent migrantes | percent trabajadores migrantes
agencyShare: trabajadores temporales | percent temporales
subcontractors: subcontratistas | subcontratista | subcontratados | subcontratadas
labourProviders: agencia de empleo | agencia de contratacion | agencias de empleo | reclutador
group: grupo
customer: cliente | marca | comprador
supplyShare: cuota | participacion
year: ano
parentCompany: empresa matriz | matriz
tier: nivel
registration: rut | ruc | rfc | nit
supplierType: tipo | tipo de proveedor
asOf: fecha | fecha de actualizacion
`;
