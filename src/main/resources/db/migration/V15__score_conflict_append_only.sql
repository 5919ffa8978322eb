-- A declared conflict of interest is never taken back, by nobody: rights and marks follow from it.
CREATE TRIGGER score_conflict_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON score_conflict
    FOR EACH STATEMENT EXECUTE FUNCTION score_refuse_change();
