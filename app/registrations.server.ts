import { registerAudits } from '~/audits/register.server';
import { registerDocuments } from '~/documents/register.server';
import { registerFindings } from '~/findings/register.server';
import { registerLending } from '~/lending/register.server';
import { registerQuestionnaires } from '~/questionnaires/register.server';
import { registerRisk } from '~/risk/register.server';
import { registerSafeguarding } from '~/safeguarding/register.server';
import { registerSharing } from '~/sharing/register.server';
import { registerSupplyChain } from '~/supply-chain/register.server';
import { registerSuppliers } from '~/suppliers/register.server';

// Imported once by every process that runs use cases or checks reports: web process, worker, parser pool, seed, benchmarks and tests.
registerDocuments();
registerSuppliers();
registerQuestionnaires();
registerFindings();
registerAudits();
registerRisk();
registerSupplyChain();
registerSharing();
registerSafeguarding();
registerLending();
