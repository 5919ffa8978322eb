-- The journal becomes tamper-evident: one hash chain per cluster year (docs/decisions/0040). Entries are written unsealed in
-- their own transactions, so that nobody waits for anybody; a sealer takes them up within a second.

CREATE TABLE journal_unsealed (
  year_id    text   NOT NULL,
  journal_id bigint NOT NULL,
  PRIMARY KEY (year_id, journal_id)
);

-- hash = SHA-256(hash of number - 1, number, the entry); class Chain has it byte by byte.
CREATE TABLE journal_seal (
  year_id    text           NOT NULL,
  number     bigint         NOT NULL CHECK (number > 0),
  journal_id bigint         NOT NULL UNIQUE,
  hash       bytea          NOT NULL CHECK (octet_length(hash) = 32),
  sealed_at  timestamptz(6) NOT NULL DEFAULT thidua_now(),
  PRIMARY KEY (year_id, number)
);

CREATE TRIGGER journal_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_seal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse_change();

-- A cut-off asks for one in its own transaction; once its entries are sealed, number and hash go to all members.
CREATE TABLE journal_checkpoint (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  year_id  text           NOT NULL,
  occasion text           NOT NULL,
  due_at   timestamptz(6) NOT NULL DEFAULT thidua_now(),
  number   bigint,
  hash     bytea,
  told_at  timestamptz(6),
  CHECK ((told_at IS NULL) = (number IS NULL) AND (told_at IS NULL) = (hash IS NULL))
);
CREATE INDEX journal_checkpoint_due ON journal_checkpoint (year_id, id) WHERE told_at IS NULL;

CREATE FUNCTION journal_note_unsealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO journal_unsealed (year_id, journal_id) VALUES (NEW.year_id, NEW.id);
    RETURN NULL;
END
$$;

CREATE TRIGGER journal_to_be_sealed AFTER INSERT ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_note_unsealed();

-- What the release before has written is sealed too, in the order in which it was written.
INSERT INTO journal_unsealed (year_id, journal_id) SELECT year_id, id FROM journal;

-- Which entry is a receipt's (class SealedEntries).
CREATE INDEX journal_receipt ON journal (year_id, (detail ->> 'receipt')) WHERE detail ->> 'receipt' IS NOT NULL;
