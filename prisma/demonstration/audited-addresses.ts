/** Full addresses of the sites that the demonstration audits; the streets do not exist. */
export const auditedAddresses: Readonly<Record<string, { address: string; postalCode: string; region: string }>> = {
  t102: { address: 'Lot CN4, Song Xanh Industrial Park', postalCode: '180000', region: 'Hai Phong' },
  t104: { address: 'Plot 31, Meghna Knit Road', postalCode: '1400', region: 'Dhaka' },
  t108: { address: 'Lot 14, Jalan Perusahaan Selangor 3, Kapar', postalCode: '42200', region: 'Selangor' },
  t204: { address: 'S.F. 212, Avinashi Road, Anupparpalayam', postalCode: '641652', region: 'Tamil Nadu' },
  t205: { address: 'S.F. 88, Mettupalayam Road, Thudiyalur', postalCode: '641034', region: 'Tamil Nadu' },
  t207: { address: 'No. 8, Membrane Road, Hsinchu Industrial Zone', postalCode: '300', region: 'Hsinchu' },
  t209: { address: 'Lot 6, Persiaran Latex Ipoh', postalCode: '31500', region: 'Perak' },
};
