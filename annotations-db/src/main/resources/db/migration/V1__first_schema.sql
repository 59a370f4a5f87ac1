-- Testimony 0.1: people, projects, articles, assignments, the operation log and its projection.
-- Project data carries the project in every key. Times order nothing: revisions and sequences do.

create table account (
    id              uuid primary key,
    name            text not null unique,
    display_name    text not null,
    password_hash   text,
    administrator   boolean not null,
    active          boolean not null,
    -- ends all sessions and links of the account when it grows
    generation      integer not null,
    -- blinds what the hash chains say about this person; erased with the person
    salt            text,
    created_at      timestamptz not null,
    version         integer not null,
    constraint account_name_form check (name ~ '^[a-z0-9][a-z0-9._@-]{0,99}$')
);

create table one_time_link (
    id          uuid primary key,
    purpose     text not null check (purpose in ('FIRST_ADMINISTRATOR', 'INVITATION', 'RESET')),
    token_hash  text not null unique,
    account_id  uuid references account (id),
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz
);

create table token (
    id          uuid primary key,
    account_id  uuid not null references account (id),
    name        text not null,
    token_hash  text not null unique,
    created_at  timestamptz not null,
    revoked_at  timestamptz
);
create index token_account on token (account_id);

create table project (
    id          uuid primary key,
    key         text not null unique,
    name        text not null,
    created_at  timestamptz not null,
    version     integer not null,
    constraint project_key_form check (key ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$')
);

create table codebook (
    project_id  uuid not null references project (id),
    id          uuid not null,
    ordinal     integer not null,
    version     text not null,
    sha256      text not null,
    document    text not null,
    created_at  timestamptz not null,
    created_by  uuid not null,
    primary key (project_id, id),
    unique (project_id, ordinal),
    unique (project_id, version)
);

create table member (
    project_id   uuid not null references project (id),
    account_id   uuid not null references account (id),
    pseudonym    text not null,
    owner        boolean not null,
    adjudicator  boolean not null,
    annotator    boolean not null,
    reviewer     boolean not null,
    created_at   timestamptz not null,
    primary key (project_id, account_id),
    unique (project_id, pseudonym)
);
create index member_account on member (account_id);

create table article (
    project_id  uuid not null references project (id),
    id          uuid not null,
    title       text not null,
    outlet      text,
    url         text,
    published   date,
    created_at  timestamptz not null,
    version     integer not null,
    primary key (project_id, id)
);
create index article_title on article (project_id, title, id);

create table text_version (
    project_id        uuid not null,
    id                uuid not null,
    article_id        uuid not null,
    number            integer not null,
    characters        text not null,
    length            integer not null,
    sha256            text not null,
    source_sha256     text not null,
    source_name       text not null,
    declared_encoding text,
    encoding          text not null,
    byte_order_mark   boolean not null,
    importer          text not null,
    importer_version  text not null,
    importer_options  text not null,
    created_at        timestamptz not null,
    primary key (project_id, id),
    unique (project_id, article_id, number),
    foreign key (project_id, article_id) references article (project_id, id)
);
create index text_version_sha256 on text_version (project_id, sha256);

create table round (
    project_id  uuid not null references project (id),
    id          uuid not null,
    number      integer not null,
    name        text not null,
    purpose     text not null check (purpose in ('TRAINING', 'PILOT', 'PRODUCTION')),
    phase       text not null check (phase in ('MARK', 'JUDGE')),
    overlap     integer not null,
    seed        bigint not null,
    codebook_id uuid not null,
    created_at  timestamptz not null,
    locked_at   timestamptz,
    primary key (project_id, id),
    unique (project_id, number),
    foreign key (project_id, codebook_id) references codebook (project_id, id)
);

create table assignment (
    project_id         uuid not null,
    id                 uuid not null unique,
    round_id           uuid not null,
    article_id         uuid not null,
    text_id            uuid not null,
    annotator_id       uuid not null references account (id),
    phase              text not null check (phase in ('MARK', 'JUDGE')),
    repeat             integer not null,
    position           integer not null,
    state              text not null
        check (state in ('NEW', 'OPEN', 'SUBMITTED', 'RETURNED', 'LOCKED', 'SKIPPED')),
    -- the newest operation, its hash, and the revision of the first submission
    revision           bigint not null,
    head_hash          text not null,
    first_submission   bigint,
    return_note        text,
    skip_reason        text,
    set_note           text,
    set_discuss        boolean not null,
    opened_at          timestamptz,
    submitted_at       timestamptz,
    created_at         timestamptz not null,
    primary key (project_id, id),
    unique (project_id, round_id, text_id, annotator_id, phase, repeat),
    foreign key (project_id, round_id) references round (project_id, id),
    foreign key (project_id, article_id) references article (project_id, id),
    foreign key (project_id, text_id) references text_version (project_id, id)
);
create index assignment_annotator on assignment (annotator_id, state);
create index assignment_article on assignment (project_id, article_id);

-- Append-only. The chain: entry_hash covers previous_hash and the entry, in which the person and
-- the time stand as salted commitments.
create table operation (
    project_id      uuid not null,
    assignment_id   uuid not null,
    revision        bigint not null,
    op_id           uuid not null,
    client_id       uuid not null,
    body            text not null,
    actor_id        uuid not null,
    at              timestamptz not null,
    at_salt         text not null,
    previous_hash   text not null,
    entry_hash      text not null,
    primary key (project_id, assignment_id, revision),
    unique (assignment_id, op_id),
    foreign key (project_id, assignment_id) references assignment (project_id, id)
);

-- The projection of the log: what the set is now.
create table annotation (
    project_id        uuid not null,
    assignment_id     uuid not null,
    id                uuid not null,
    text_id           uuid not null,
    layer             text not null,
    span              text not null,
    first_character   integer not null,
    last_character    integer not null,
    quote             text not null,
    prefix            text not null,
    suffix            text not null,
    features          text not null,
    note              text,
    discuss           boolean not null,
    origin            text not null check (origin in ('MANUAL', 'ACCEPTED', 'EDITED', 'IMPORT')),
    codebook_version  text not null,
    revision          bigint not null,
    deleted           boolean not null,
    primary key (project_id, assignment_id, id),
    foreign key (project_id, assignment_id) references assignment (project_id, id),
    foreign key (project_id, text_id) references text_version (project_id, id),
    check (first_character >= 0 and last_character > first_character)
);

create table relation (
    project_id     uuid not null,
    assignment_id  uuid not null,
    id             uuid not null,
    type           text not null,
    from_id        uuid not null,
    to_id          uuid not null,
    revision       bigint not null,
    primary key (project_id, assignment_id, id),
    foreign key (project_id, assignment_id, from_id)
        references annotation (project_id, assignment_id, id) deferrable initially deferred,
    foreign key (project_id, assignment_id, to_id)
        references annotation (project_id, assignment_id, id) deferrable initially deferred
);

create table judgement (
    project_id     uuid not null,
    assignment_id  uuid not null,
    claim_id       uuid not null,
    -- 0 for the annotator's own claim; else the version of the reference claim
    claim_version  integer not null,
    target         text not null,
    value          text not null,
    revision       bigint not null,
    primary key (project_id, assignment_id, claim_id, claim_version, target),
    foreign key (project_id, assignment_id) references assignment (project_id, id)
);

create table article_value (
    project_id     uuid not null,
    assignment_id  uuid not null,
    feature        text not null,
    -- empty where the feature is not asked per target
    target         text not null,
    value          text not null,
    revision       bigint not null,
    primary key (project_id, assignment_id, feature, target),
    foreign key (project_id, assignment_id) references assignment (project_id, id)
);

-- Administrative acts, one chain a project; the nil project holds those of the installation.
create table audit_event (
    project_id     uuid not null,
    sequence       bigint not null,
    at             timestamptz not null,
    at_salt        text not null,
    actor_id       uuid not null,
    act            text not null,
    object         text not null,
    before         text,
    after          text,
    previous_hash  text not null,
    entry_hash     text not null,
    primary key (project_id, sequence)
);

create table audit_head (
    project_id  uuid primary key,
    sequence    bigint not null,
    entry_hash  text not null
);

create function refuse_change() returns trigger language plpgsql as
$$
begin
    raise exception 'the history is append-only: % of % refused', tg_op, tg_table_name;
end
$$;
create trigger operation_append_only before update or delete on operation
    for each row execute function refuse_change();
create trigger audit_append_only before update or delete on audit_event
    for each row execute function refuse_change();
create trigger text_immutable before update or delete on text_version
    for each row execute function refuse_change();
