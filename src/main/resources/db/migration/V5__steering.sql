-- What a steering process (start, amend, move, cancel) is about; its process carries no more than its own id.
CREATE TABLE steering_case (
  process_id text PRIMARY KEY,
  kind       text NOT NULL,
  by_whom    text NOT NULL,
  year_id    text,
  content    jsonb NOT NULL DEFAULT '{}',
  at         timestamptz(6) NOT NULL DEFAULT thidua_now()
);
