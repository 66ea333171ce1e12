import { baseline, type Fault } from './fault';

const area = 'requests';

export const requestFaults: readonly Fault[] = [
  {
    area,
    fault: 'A key of a form, and with it the address of a sensitive case, is visible to every member of the organization.',
    file: baseline,
    find: `CREATE POLICY own_key ON "FormKey" AS RESTRICTIVE TO manumit_app
  USING ("userId" =`,
    replace: `CREATE POLICY own_key ON "FormKey" AS RESTRICTIVE TO manumit_app
  USING ("userId" IS NOT NULL OR "userId" =`,
    test: 'tests/routes/sent-twice.db.test.ts',
    title: 'is hidden from other users',
  },
  {
    area,
    fault: 'Equal posts of a form at the same time do not wait for each other.',
    file: 'app/access/take-form-key.server.ts',
    find: `  if (!lock?.isMine) return { kind: 'wait' };`,
    replace: `  if (!lock) return { kind: 'wait' };`,
    test: 'tests/routes/sent-twice.db.test.ts',
    title: 'creates one record',
  },
  {
    area,
    fault: 'A form with invalid characters reaches the database.',
    file: 'app/platform/forms/read-form.server.ts',
    find: `throw unstorable();`,
    replace: `return form;`,
    test: 'tests/fuzz/requests.db.test.ts',
    title: 'rejects text with invalid characters',
  },
  {
    area,
    fault: 'An address that cannot be decoded reaches the router, which fails at it.',
    file: 'server/sound-address.ts',
    find: `return decodes(path) && `,
    replace: `return `,
    test: 'tests/fuzz/requests.db.test.ts',
    title: 'to the page of unknown addresses',
  },
  {
    area,
    fault: 'A stored file whose bytes were altered is served.',
    file: 'app/platform/files/open-file.server.ts',
    find: `for await (const chunk of await read(place)) hash.update(chunk);
  if (hash.digest('hex') !== place.sha256)`,
    replace: `for await (const chunk of await read(place)) hash.update(chunk);
  if (place.sha256 === '')`,
    test: 'app/questionnaires/evidence/serve-file.db.test.ts',
  },
  {
    area,
    fault: 'The log names the path of a request, which contains the token of a guest.',
    file: 'server/log-requests.ts',
    find: `method: methodOf(request),`,
    replace: `method: methodOf(request), routeId: request.path,`,
    test: 'tests/routes/logs.db.test.ts',
    title: 'a link of a guest names the route',
  },
  {
    area,
    fault: 'The log quotes the message of an error, and with it user input.',
    file: 'app/platform/log/describe-error.server.ts',
    find: `safeMessages.has(errorClass) &&`,
    replace: `errorClass !== '' &&`,
    test: 'app/platform/log/log.test.ts',
  },
  {
    area,
    fault: 'A field that is not permitted is logged.',
    file: 'app/platform/log/log-fields.ts',
    find: `if (read?.success) permitted[name] = read.data;`,
    replace: `if (read === null || read.success) permitted[name] = read?.data ?? value;`,
    test: 'app/platform/log/log.test.ts',
  },
];
