-- The links that hold on some day from the first to the last, as known now or as they were known at an instant.
CREATE FUNCTION links_held(first date, last date, known_at timestamptz DEFAULT NULL) RETURNS SETOF "SupplyLink"
  LANGUAGE sql STABLE
  AS $$
    SELECT l.* FROM known_links(known_at) l
    WHERE (l."validFrom" IS NULL OR l."validFrom" <= last) AND (l."validTo" IS NULL OR l."validTo" >= first)
  $$;
