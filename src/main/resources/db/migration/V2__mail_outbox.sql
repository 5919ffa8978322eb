-- Every mail leaves through here: written in the transaction that causes it, sent outside of it, at least once.
CREATE TABLE mail_outbox (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    business_key    text        NOT NULL UNIQUE,
    message_id      text        NOT NULL UNIQUE,
    year_id         text        NOT NULL,
    recipient       text        NOT NULL,
    recipient_name  text        NOT NULL,
    template        text        NOT NULL,
    subject         text        NOT NULL,
    body            text        NOT NULL,
    html            text,
    duty            text,
    unit            text,
    state           text        NOT NULL DEFAULT 'QUEUED' CHECK (state IN ('QUEUED', 'SENDING', 'SENT', 'FAILED')),
    -- Counts claims; it also tells the sender that holds a row from one that lost it to the clock.
    attempts        integer     NOT NULL DEFAULT 0,
    -- QUEUED: not before; SENDING: taken for dead (its sender crashed) from then on.
    next_attempt_at timestamptz NOT NULL DEFAULT thidua_now(),
    last_error      text,
    created_at      timestamptz NOT NULL DEFAULT thidua_now(),
    sent_at         timestamptz
);

CREATE INDEX mail_outbox_due ON mail_outbox (next_attempt_at, id) WHERE state IN ('QUEUED', 'SENDING');
CREATE INDEX mail_outbox_failed ON mail_outbox (year_id, id) WHERE state = 'FAILED';
