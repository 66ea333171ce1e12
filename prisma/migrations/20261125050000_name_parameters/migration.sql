-- Which dated numbers a score was made with, so that recomputing it can say whether they have changed. Scores made before do not know.
ALTER TABLE "Score" ADD COLUMN "parameterHash" TEXT;
