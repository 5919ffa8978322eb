-- Texts that a mail carries as files: [{"name": ..., "text": ...}].
ALTER TABLE mail_outbox ADD COLUMN attachments jsonb NOT NULL DEFAULT '[]';
