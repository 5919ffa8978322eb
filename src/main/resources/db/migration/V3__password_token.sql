-- One-time links by which people set their passwords. Only the hash of a link is kept: whoever reads this table, or a
-- backup of it, cannot use one.
CREATE TABLE password_token (
    token_hash bytea          PRIMARY KEY,
    user_id    text           NOT NULL,
    created_at timestamptz(6) NOT NULL DEFAULT thidua_now(),
    expires_at timestamptz(6) NOT NULL,
    used_at    timestamptz(6)
);

-- Of one person one link is open: a new one ends the one before.
CREATE UNIQUE INDEX password_token_open ON password_token (user_id) WHERE used_at IS NULL;
