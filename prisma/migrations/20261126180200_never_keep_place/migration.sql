-- Place and device are taken out of every picture: nobody can wish them kept any more.

-- AlterTable
ALTER TABLE "EvidenceUpload" DROP COLUMN "keepsMetadata";
