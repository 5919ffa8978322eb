-- Comment rounds on drafts (S1-14): what is laid before the members until when, what they say about it, what the leader answers.
-- subject: which draft, CRITERIA; version: of the draft that was laid before them.
CREATE TABLE comment_round (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  year_id    text NOT NULL REFERENCES cluster_year (id),
  subject    text NOT NULL,
  number     int  NOT NULL CHECK (number > 0),
  version    int  NOT NULL,
  opened_by  text NOT NULL,
  opened_at  timestamptz(6) NOT NULL DEFAULT thidua_now(),
  ends_at    timestamptz(6) NOT NULL CHECK (ends_at > opened_at),
  -- Set when all have answered or somebody ended it; a round whose time has come is over all the same.
  closed_at  timestamptz(6),
  closed_by  text,
  closing    text CHECK (closing IN ('ALL_ANSWERED', 'TIME', 'WITHDRAWN', 'YEAR_OVER')),
  reason     text NOT NULL DEFAULT '',
  UNIQUE (year_id, subject, number),
  CHECK ((closed_at IS NULL) = (closing IS NULL) AND (closed_at IS NULL) = (closed_by IS NULL))
);
CREATE UNIQUE INDEX comment_round_open ON comment_round (year_id, subject) WHERE closed_at IS NULL;

-- A party's last word in a round: that it has said all it has to say, or that it has nothing to say.
CREATE TABLE comment_word (
  round_id bigint NOT NULL REFERENCES comment_round (id),
  party    text NOT NULL,
  nothing  boolean NOT NULL,
  by_whom  text NOT NULL,
  at       timestamptz(6) NOT NULL DEFAULT thidua_now(),
  PRIMARY KEY (round_id, party)
);

-- place: a line's code; empty: the draft as a whole.
CREATE TABLE comment (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  round_id bigint NOT NULL REFERENCES comment_round (id),
  place    text NOT NULL,
  text     text NOT NULL,
  by_whom  text NOT NULL,
  party    text NOT NULL,
  at       timestamptz(6) NOT NULL DEFAULT thidua_now()
);
CREATE INDEX comment_of_round ON comment (round_id);

-- Taken up, or explained why not; the last answer to a comment counts.
CREATE TABLE comment_answer (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  comment_id bigint NOT NULL REFERENCES comment (id),
  accepted   boolean NOT NULL,
  text       text NOT NULL,
  by_whom    text NOT NULL,
  at         timestamptz(6) NOT NULL DEFAULT thidua_now()
);
CREATE INDEX comment_answer_of_comment ON comment_answer (comment_id, id);

CREATE FUNCTION comment_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Comments are append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER comment_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON comment
    FOR EACH STATEMENT EXECUTE FUNCTION comment_refuse_change();
CREATE TRIGGER comment_word_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON comment_word
    FOR EACH STATEMENT EXECUTE FUNCTION comment_refuse_change();
CREATE TRIGGER comment_answer_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON comment_answer
    FOR EACH STATEMENT EXECUTE FUNCTION comment_refuse_change();
