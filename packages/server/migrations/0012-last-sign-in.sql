-- When an account was signed in last: sessions are deleted once they are over, and whoever manages accounts looks for those that
-- nobody uses any more. What the audit trail knows of the time before is taken over.
alter table account add last_sign_in_at timestamptz;
update account a set last_sign_in_at = e.at
  from (select about_id, max(at) as at from audit_event where what = 'SIGNED_IN' and about_kind = 'ACCOUNT' group by about_id) e
 where e.about_id = a.id::text;
