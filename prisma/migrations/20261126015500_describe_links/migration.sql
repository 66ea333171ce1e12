ALTER TABLE "SupplyLink" ADD COLUMN "volume" DECIMAL(18,3), ADD COLUMN "volumeUnit" TEXT;
ALTER TABLE "SupplyLink" ADD CONSTRAINT "SupplyLink_volume" CHECK ("volume" >= 0 AND ("volume" IS NULL) = ("volumeUnit" IS NULL));
ALTER TABLE "SupplyLink" ADD CONSTRAINT "SupplyLink_period" CHECK ("validFrom" <= "validTo");
