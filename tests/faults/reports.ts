import type { Fault } from './fault';

const area = 'reports';

export const reportFaults: readonly Fault[] = [
  {
    area,
    fault: 'The hash of a report leaves out when it was prepared.',
    file: 'app/reports/assessment-report/report-hash.server.ts',
    find: `const { hash: _, ...content } = { hash: '', ...report };`,
    replace: `const { hash: _, preparedAt: __, ...content } = { hash: '', preparedAt: '', ...report };`,
    test: 'tests/reports/assessment-report-model.test.ts',
  },
  {
    area,
    fault: 'A signed file counts as valid although bytes were added after its signature.',
    file: 'app/reports/kit/read-signature.server.ts',
    find: `isValid: checked.isValid && covers, covers };`,
    replace: `isValid: checked.isValid, covers };`,
    test: 'tests/reports/signature.test.ts',
    title: 'the signature holds',
  },
  {
    area,
    fault: 'The signature covers the file only up to where it stands.',
    file: 'app/reports/kit/signature-field.server.ts',
    find: `\${bytes.length - end}]\`;
  bytes.write(numbers.padEnd(placeholder.length), range, 'latin1');
  return { bytes, start, end, covered: Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]) };`,
    replace: `0]\`;
  bytes.write(numbers.padEnd(placeholder.length), range, 'latin1');
  return { bytes, start, end, covered: bytes.subarray(0, start) };`,
    test: 'tests/reports/signature.test.ts',
    title: 'the signature holds',
  },
  {
    area,
    fault: 'A chart in a PDF is not tagged as a figure.',
    file: 'app/reports/kit/draw-drawing.server.ts',
    find: `report.element('Figure', {`,
    replace: `report.element('Span', {`,
    test: 'tests/reports/assessment-report-pdf.test.ts',
    title: 'the tags name headings',
    needs: 'poppler',
  },
  {
    area,
    fault: 'A figure in a PDF has no text for readers who cannot see it.',
    file: 'app/reports/kit/structure.ts',
    find: `if (alt) written += \` /Alt \${writeString(alt)}\`;`,
    replace: '',
    test: 'tests/reports/assessment-report-pdf.test.ts',
    title: 'veraPDF finds nothing',
    needs: 'veraPDF',
  },
  {
    area,
    fault: 'A draft tells how many workers were interviewed, so that two drafts can be compared.',
    file: 'app/reports/audit-report/model.ts',
    find: `const figures = isFinal ? input.figures :`,
    replace: `const figures = isFinal || input.state === 'draft' ? input.figures :`,
    test: 'tests/reports/audit-report-model.test.ts',
  },
  {
    area,
    fault: 'Suppliers whose intervals touch are ranked as if one were certainly worse.',
    file: 'app/reports/list-report/rank-ranges.ts',
    find: `firstIndex(sorted, (value) => value > limit)`,
    replace: `firstIndex(sorted, (value) => value >= limit)`,
    test: 'app/reports/list-report/rank-ranges.test.ts',
  },
  {
    area,
    fault: 'The yearly report names a project whose client did not consent.',
    file: 'app/features/equator-report/count-year.ts',
    find: `      .filter(({ hasNameConsent }) => hasNameConsent)
`,
    replace: '',
    test: 'app/features/equator-report/count-year.test.ts',
  },
  {
    area,
    fault: 'A CSV cell that begins with @ is executed by a spreadsheet.',
    file: 'app/features/supplier/csv.ts',
    find: `[=+\\-@\\t\\r\\n|%]`,
    replace: `[=+\\-\\t\\r\\n|%]`,
    test: 'app/features/supplier/csv.test.ts',
  },
];
