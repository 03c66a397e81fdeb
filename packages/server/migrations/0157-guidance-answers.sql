-- Answers about guidance that another one replaced: an answer that others read is not lost (docs/decisions/0013, section 17).
create table guidance_answer (
  province_id int not null references unit (id),
  question_id bigint not null references guidance_question (id),
  -- Its number among the answers to the question, from 1; the one that holds stands with the question.
  edition int not null constraint guidance_answer_edition_counts check (edition >= 1),
  body text not null constraint guidance_answer_is_bounded check (char_length(body) between 1 and 4000),
  answered_on date not null,
  is_public boolean not null,
  -- When another one replaced it.
  recorded_by bigint not null references moment (id),
  primary key (province_id, question_id, edition)
);
create index guidance_answer_of on guidance_answer (question_id, edition);
alter table guidance_answer enable row level security;
-- With the question; one that was told to the asker alone is not read by the others once another one is told to all.
create policy seen_with_the_question on guidance_answer using (exists (select from guidance_question q where q.id = question_id
  and (guidance_answer.is_public or wall_matters(array[q.unit_id])
    or exists (select from guidance g where g.id = q.guidance_id and wall_guides(g.lead_unit_id)))));
