-- The day up to which computed tiers follow links that begin and end by date.
ALTER TABLE "Organization" ADD COLUMN "turnedOn" DATE;
