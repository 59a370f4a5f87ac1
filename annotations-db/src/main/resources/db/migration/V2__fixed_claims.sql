-- Claims that are fixed before they are judged: lists of one text, each import a version. Sets that
-- judge begin with a copy, so an older version is never needed to read them.

create table fixed_claims (
    project_id  uuid not null,
    id          uuid not null,
    text_id     uuid not null,
    version     integer not null,
    claims      integer not null,
    -- an annotation set of claims, speakers and links
    document    text not null,
    created_at  timestamptz not null,
    created_by  uuid not null,
    primary key (project_id, id),
    unique (project_id, text_id, version),
    foreign key (project_id, text_id) references text_version (project_id, id)
);
create trigger fixed_claims_append_only before update or delete on fixed_claims
    for each row execute function refuse_change();
