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
taxNumber: nif | cif | numero de iva | numero fiscal | identificacion fiscal | id fiscal
contactName: contacto | nombre del contacto | persona de contacto | contacto principal
contactRole: cargo | puesto | cargo del contacto
contactEmail: correo | correo electronico | email de contacto | correo de contacto
contactPhone: telefono | telefono de contacto | movil | celular
orderNumber: numero de pedido | pedido | orden de compra | numero de orden | numero de factura
orderDate: fecha de pedido | fecha del pedido | fecha de entrega | fecha de envio | fecha de factura
volume: volumen | cantidad | cantidad entregada | cantidad pedida | peso | peso neto
volumeUnit: unidad | unidad de medida
orderValue: valor | importe | monto | importe del pedido | valor del pedido
currency: moneda | divisa
group: grupo del proveedor | grupo proveedor
coordinates: coordenadas | coordenadas gps | coordenadas geograficas | ubicacion gps | georreferencia | geolocalizacion
contactEmail: email contacto | correo contacto
contactPhone: telefono contacto
taxNumber: numero de identificacion fiscal | registro fiscal
`;
