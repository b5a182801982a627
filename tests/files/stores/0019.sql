BEGIN TRANSACTION;
CREATE TABLE accounts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name TEXT NOT NULL, 
	person TEXT NOT NULL, 
	roles TEXT NOT NULL, 
	unit TEXT, 
	email TEXT, 
	password TEXT, 
	must_change BOOLEAN NOT NULL, 
	failures INTEGER NOT NULL, 
	locked_until DATETIME, 
	disabled BOOLEAN NOT NULL, 
	made_at DATETIME NOT NULL, 
	signed_in_at DATETIME, 
	UNIQUE (name), 
	UNIQUE (email)
);
INSERT INTO "accounts" VALUES(1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,1,'2022-12-01 07:30:00.000000',0,'2022-12-01 07:30:00.000000','2022-12-01 07:30:00.000000');
CREATE TABLE agendas (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	name TEXT NOT NULL, 
	body TEXT NOT NULL, 
	in_use BOOLEAN NOT NULL
);
INSERT INTO "agendas" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0019');
CREATE TABLE aliases (
	id INTEGER NOT NULL, 
	alias TEXT NOT NULL, 
	unit TEXT, 
	revision INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	file TEXT, 
	sheet TEXT, 
	cell TEXT, 
	live BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id)
);
INSERT INTO "aliases" VALUES(1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1);
CREATE TABLE awards (
	id INTEGER NOT NULL, 
	unit TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	origin TEXT NOT NULL, 
	form TEXT, 
	collectives INTEGER, 
	individuals INTEGER, 
	revision INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	file TEXT, 
	sheet TEXT, 
	cell TEXT, 
	live BOOLEAN NOT NULL, 
	item INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id)
);
INSERT INTO "awards" VALUES(1,'chữ có dấu “ngoặc”',1,'workbook','chữ có dấu “ngoặc”',1,1,1,1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,1);
CREATE TABLE boundaries (
	id INTEGER NOT NULL, 
	unit TEXT NOT NULL, 
	shape TEXT, 
	revision INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	file TEXT, 
	sheet TEXT, 
	cell TEXT, 
	live BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id)
);
INSERT INTO "boundaries" VALUES(1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1);
CREATE TABLE changes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT, 
	kind TEXT NOT NULL, 
	note TEXT, 
	detail JSON NOT NULL
);
INSERT INTO "changes" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','{"a": 1}');
CREATE TABLE conclusion_steps (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	conclusion_id INTEGER NOT NULL, 
	"on" DATE NOT NULL, 
	state TEXT NOT NULL, 
	evidence TEXT, 
	FOREIGN KEY(conclusion_id) REFERENCES conclusions (id)
);
INSERT INTO "conclusion_steps" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”',1,'2022-12-01','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”');
CREATE TABLE conclusions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	meeting TEXT NOT NULL, 
	agreed_on DATE NOT NULL, 
	unit TEXT, 
	what TEXT NOT NULL, 
	responsible TEXT NOT NULL, 
	due DATE
);
INSERT INTO "conclusions" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','2022-12-01','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','2022-12-01');
CREATE TABLE disciplines (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	step TEXT NOT NULL, 
	"on" DATE NOT NULL, 
	document TEXT NOT NULL, 
	what TEXT
);
INSERT INTO "disciplines" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,'chữ có dấu “ngoặc”','2022-12-01','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”');
CREATE TABLE dispute_steps (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	dispute INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	due DATE, 
	reason TEXT, 
	now TEXT, 
	FOREIGN KEY(dispute) REFERENCES disputes (id)
);
INSERT INTO "dispute_steps" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,1,'chữ có dấu “ngoặc”','2022-12-01','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”');
CREATE TABLE disputes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	criterion TEXT NOT NULL, 
	stage TEXT NOT NULL, 
	was TEXT NOT NULL, 
	wanted TEXT NOT NULL, 
	text TEXT NOT NULL, 
	file TEXT, 
	sha256 TEXT
);
INSERT INTO "disputes" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','ab12');
CREATE TABLE documents (
	id INTEGER NOT NULL, 
	unit TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	origin TEXT NOT NULL, 
	number TEXT, 
	dated DATE, 
	title TEXT, 
	revision INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	file TEXT, 
	sheet TEXT, 
	cell TEXT, 
	live BOOLEAN NOT NULL, 
	item INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id)
);
INSERT INTO "documents" VALUES(1,'chữ có dấu “ngoặc”',1,'workbook','chữ có dấu “ngoặc”','2022-12-01','chữ có dấu “ngoặc”',1,1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,1);
CREATE TABLE drafts (
	account TEXT NOT NULL, 
	form TEXT NOT NULL, 
	fields JSON NOT NULL, 
	at DATETIME NOT NULL, 
	PRIMARY KEY (account, form)
);
INSERT INTO "drafts" VALUES('chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','{"a": 1}','2022-12-01 07:30:00.000000');
CREATE TABLE examples (
	id INTEGER NOT NULL, 
	unit TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	origin TEXT NOT NULL, 
	name TEXT, 
	description TEXT, 
	revision INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	file TEXT, 
	sheet TEXT, 
	cell TEXT, 
	live BOOLEAN NOT NULL, 
	item INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id)
);
INSERT INTO "examples" VALUES(1,'chữ có dấu “ngoặc”',1,'workbook','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,1);
CREATE TABLE files (
	sha256 TEXT NOT NULL, 
	name TEXT NOT NULL, 
	content BLOB NOT NULL, 
	PRIMARY KEY (sha256)
);
INSERT INTO "files" VALUES('ab12','chữ có dấu “ngoặc”',X'00FF');
CREATE TABLE filings (
	id INTEGER NOT NULL, 
	unit TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	number TEXT, 
	dated DATE, 
	submitted_on DATE, 
	revision INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	file TEXT, 
	sheet TEXT, 
	cell TEXT, 
	live BOOLEAN NOT NULL, 
	counts_from DATE NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id)
);
INSERT INTO "filings" VALUES(1,'chữ có dấu “ngoặc”',1,'annual','chữ có dấu “ngoặc”','2022-12-01','2022-12-01',1,1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,'2022-12-01');
CREATE TABLE imports (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	file TEXT, 
	sha256 TEXT, 
	illustrative BOOLEAN NOT NULL, 
	note TEXT, 
	rows INTEGER NOT NULL, 
	undone BOOLEAN NOT NULL, 
	FOREIGN KEY(sha256) REFERENCES files (sha256)
);
INSERT INTO "imports" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','ab12',0,'chữ có dấu “ngoặc”',1,0);
CREATE TABLE indices (
	id INTEGER NOT NULL, 
	province TEXT NOT NULL, 
	index_name TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	score DOUBLE, 
	max_score DOUBLE, 
	rank INTEGER, 
	source TEXT, 
	revision INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	file TEXT, 
	sheet TEXT, 
	cell TEXT, 
	live BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id)
);
INSERT INTO "indices" VALUES(1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,7.25,7.25,1,'chữ có dấu “ngoặc”',1,1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1);
CREATE TABLE inspections (
	id INTEGER NOT NULL, 
	unit TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	origin TEXT NOT NULL, 
	inspected_on DATE, 
	inspector TEXT, 
	findings TEXT, 
	revision INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	file TEXT, 
	sheet TEXT, 
	cell TEXT, 
	live BOOLEAN NOT NULL, 
	item INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id)
);
INSERT INTO "inspections" VALUES(1,'chữ có dấu “ngoặc”',1,'workbook','2022-12-01','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,1);
CREATE TABLE journal (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	account TEXT, 
	who TEXT, 
	action TEXT NOT NULL, 
	what TEXT, 
	detail JSON NOT NULL, 
	origin TEXT NOT NULL
, link TEXT DEFAULT '' NOT NULL);
INSERT INTO "journal" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','{"a": 1}','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”');
CREATE TABLE limitations (
	id INTEGER NOT NULL, 
	unit TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	origin TEXT NOT NULL, 
	category TEXT, 
	quote TEXT, 
	place TEXT, 
	revision INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	file TEXT, 
	sheet TEXT, 
	cell TEXT, 
	live BOOLEAN NOT NULL, 
	item INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id)
);
INSERT INTO "limitations" VALUES(1,'chữ có dấu “ngoặc”',1,'workbook','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,1);
CREATE TABLE lineage (
	id INTEGER NOT NULL, 
	"before" TEXT NOT NULL, 
	"after" TEXT, 
	"on" DATE, 
	kind TEXT, 
	document TEXT, 
	revision INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	file TEXT, 
	sheet TEXT, 
	cell TEXT, 
	live BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id)
);
INSERT INTO "lineage" VALUES(1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','2022-12-01','merge','chữ có dấu “ngoặc”',1,1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1);
CREATE TABLE movement_rights (
	movement TEXT NOT NULL, 
	account_id INTEGER NOT NULL, 
	roles TEXT NOT NULL, 
	unit TEXT, 
	PRIMARY KEY (movement, account_id), 
	FOREIGN KEY(movement) REFERENCES movements (code), 
	FOREIGN KEY(account_id) REFERENCES accounts (id)
);
CREATE TABLE movements (
	code TEXT NOT NULL, 
	name TEXT NOT NULL, 
	made_at DATETIME NOT NULL, 
	closed_at DATETIME, 
	PRIMARY KEY (code)
);
CREATE TABLE nominees (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	milestone TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	person TEXT NOT NULL, 
	post TEXT NOT NULL, 
	form TEXT NOT NULL, 
	achievement TEXT NOT NULL, 
	step TEXT NOT NULL
);
INSERT INTO "nominees" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”');
CREATE TABLE persons (
	code TEXT NOT NULL, 
	name TEXT, 
	erased_at DATETIME, 
	PRIMARY KEY (code)
);
INSERT INTO "persons" VALUES('chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','2022-12-01 07:30:00.000000');
CREATE TABLE plan_drafts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	draft TEXT NOT NULL, 
	base INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	state TEXT NOT NULL
);
INSERT INTO "plan_drafts" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”');
CREATE TABLE plans (
	version INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	why TEXT, 
	body TEXT NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "plans" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”');
CREATE TABLE publications (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	indicator TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	step TEXT NOT NULL, 
	"on" DATE NOT NULL, 
	meeting TEXT, 
	reason TEXT NOT NULL
);
INSERT INTO "publications" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','2022-12-01','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”');
CREATE TABLE published_years (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	step TEXT NOT NULL, 
	"on" DATE NOT NULL, 
	meeting TEXT
, seal INTEGER REFERENCES seals (id));
INSERT INTO "published_years" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”',1,'chữ có dấu “ngoặc”','2022-12-01','chữ có dấu “ngoặc”',1);
CREATE TABLE reading_keys (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	key_sha256 TEXT NOT NULL, 
	account_id INTEGER NOT NULL, 
	label TEXT NOT NULL, 
	made_at DATETIME NOT NULL, 
	expires DATETIME NOT NULL, 
	used_on DATE, 
	UNIQUE (key_sha256), 
	FOREIGN KEY(account_id) REFERENCES accounts (id)
);
INSERT INTO "reading_keys" VALUES(1,'chữ có dấu “ngoặc”',1,'chữ có dấu “ngoặc”','2022-12-01 07:30:00.000000','2022-12-01 07:30:00.000000','2022-12-01');
CREATE TABLE replies (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	indicator TEXT, 
	rule TEXT, 
	dated DATE NOT NULL, 
	text TEXT NOT NULL
);
INSERT INTO "replies" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','2022-12-01','chữ có dấu “ngoặc”');
CREATE TABLE results (
	id INTEGER NOT NULL, 
	unit TEXT NOT NULL, 
	criterion TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	stage TEXT NOT NULL, 
	value DOUBLE, 
	out_of DOUBLE, 
	very DOUBLE, 
	very_included BOOLEAN, 
	comparator TEXT, 
	state TEXT, 
	submitted_on DATE, 
	note TEXT, 
	revision INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	file TEXT, 
	sheet TEXT, 
	cell TEXT, 
	live BOOLEAN NOT NULL, 
	counts_from DATE NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id)
);
INSERT INTO "results" VALUES(1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,'self',7.25,7.25,7.25,1,'=','ok','2022-12-01','chữ có dấu “ngoặc”',1,1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,'2022-12-01');
CREATE TABLE seals (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	name TEXT NOT NULL, 
	milestone TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	as_of DATE NOT NULL, 
	note TEXT, 
	illustrative BOOLEAN NOT NULL, 
	change INTEGER NOT NULL, 
	fingerprint TEXT NOT NULL, 
	content BLOB NOT NULL
, plan_version INTEGER, journal_link TEXT DEFAULT '' NOT NULL, link TEXT DEFAULT '' NOT NULL);
INSERT INTO "seals" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,'2022-12-01','chữ có dấu “ngoặc”',0,1,'chữ có dấu “ngoặc”',X'00FF',1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”');
CREATE TABLE sessions (
	token_sha256 TEXT NOT NULL, 
	account_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	expires DATETIME NOT NULL, 
	origin TEXT NOT NULL, 
	PRIMARY KEY (token_sha256), 
	FOREIGN KEY(account_id) REFERENCES accounts (id)
);
INSERT INTO "sessions" VALUES('ab12',1,'2022-12-01 07:30:00.000000','2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”');
CREATE TABLE shapes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	signature TEXT NOT NULL, 
	head TEXT NOT NULL, 
	body TEXT NOT NULL, 
	state TEXT NOT NULL
);
INSERT INTO "shapes" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”');
CREATE TABLE sign_in_waits (
	key_sha256 TEXT NOT NULL, 
	account TEXT, 
	failures INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	until DATETIME NOT NULL, 
	PRIMARY KEY (key_sha256)
);
INSERT INTO "sign_in_waits" VALUES('chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,'2022-12-01 07:30:00.000000','2022-12-01 07:30:00.000000');
CREATE TABLE statements (
	id INTEGER NOT NULL, 
	unit TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	origin TEXT NOT NULL, 
	code TEXT, 
	name TEXT, 
	of_year INTEGER, 
	comparator TEXT, 
	value DOUBLE, 
	out_of DOUBLE, 
	measure TEXT, 
	quote TEXT, 
	revision INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	file TEXT, 
	sheet TEXT, 
	cell TEXT, 
	live BOOLEAN NOT NULL, 
	item INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id)
);
INSERT INTO "statements" VALUES(1,'chữ có dấu “ngoặc”',1,'workbook','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,'=',7.25,7.25,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,1);
CREATE TABLE submission_steps (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	submission INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	reason TEXT, 
	import_id INTEGER, 
	FOREIGN KEY(submission) REFERENCES submissions (id)
);
INSERT INTO "submission_steps" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1);
CREATE TABLE submissions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	file TEXT, 
	sha256 TEXT, 
	text TEXT
);
INSERT INTO "submissions" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','ab12','chữ có dấu “ngoặc”');
CREATE TABLE unit_heads (
	id INTEGER NOT NULL, 
	unit TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	person TEXT, 
	post TEXT, 
	since DATE, 
	revision INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	file TEXT, 
	sheet TEXT, 
	cell TEXT, 
	live BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id)
);
INSERT INTO "unit_heads" VALUES(1,'chữ có dấu “ngoặc”',1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','2022-12-01',1,1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1);
CREATE TABLE unit_years (
	id INTEGER NOT NULL, 
	unit TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	block TEXT, 
	staff INTEGER, 
	revision INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	file TEXT, 
	sheet TEXT, 
	cell TEXT, 
	live BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id)
);
INSERT INTO "unit_years" VALUES(1,'chữ có dấu “ngoặc”',1,'chữ có dấu “ngoặc”',1,1,1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1);
CREATE TABLE units (
	id INTEGER NOT NULL, 
	unit TEXT NOT NULL, 
	name TEXT, 
	short_name TEXT, 
	kind TEXT, 
	parent TEXT, 
	valid_from DATE, 
	valid_to DATE, 
	position INTEGER, 
	revision INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	file TEXT, 
	sheet TEXT, 
	cell TEXT, 
	live BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(import_id) REFERENCES imports (id)
);
INSERT INTO "units" VALUES(1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','2022-12-01','2022-12-01',1,1,1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1);
CREATE TABLE vote_counts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	milestone TEXT NOT NULL, 
	members INTEGER NOT NULL, 
	present INTEGER NOT NULL, 
	issued INTEGER NOT NULL, 
	collected INTEGER NOT NULL, 
	valid INTEGER NOT NULL, 
	invalid INTEGER NOT NULL, 
	reason TEXT
);
INSERT INTO "vote_counts" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,1,1,1,1,1,'chữ có dấu “ngoặc”');
CREATE TABLE votes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	milestone TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	person TEXT, 
	form TEXT NOT NULL, 
	agree INTEGER, 
	disagree INTEGER, 
	reason TEXT
);
INSERT INTO "votes" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,1,'chữ có dấu “ngoặc”');
CREATE TABLE waivers (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	milestone TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	step TEXT NOT NULL, 
	reason TEXT NOT NULL
);
INSERT INTO "waivers" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',1,'chữ có dấu “ngoặc”','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”');
CREATE TABLE word_templates (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	name TEXT, 
	content BLOB
);
INSERT INTO "word_templates" VALUES(1,'2022-12-01 07:30:00.000000','chữ có dấu “ngoặc”','chữ có dấu “ngoặc”',X'00FF');
CREATE INDEX ix_imports_sha256 ON imports (sha256);
CREATE UNIQUE INDEX results_revision ON results (unit, criterion, year, stage, revision);
CREATE UNIQUE INDEX results_live ON results (unit, criterion, year, stage) WHERE live;
CREATE INDEX results_import ON results (import_id);
CREATE UNIQUE INDEX units_revision ON units (unit, revision);
CREATE UNIQUE INDEX units_live ON units (unit) WHERE live;
CREATE INDEX units_import ON units (import_id);
CREATE UNIQUE INDEX unit_years_revision ON unit_years (unit, year, revision);
CREATE UNIQUE INDEX unit_years_live ON unit_years (unit, year) WHERE live;
CREATE INDEX unit_years_import ON unit_years (import_id);
CREATE UNIQUE INDEX aliases_revision ON aliases (alias, revision);
CREATE UNIQUE INDEX aliases_live ON aliases (alias) WHERE live;
CREATE INDEX aliases_import ON aliases (import_id);
CREATE UNIQUE INDEX lineage_revision ON lineage ("before", coalesce("after", ''), revision);
CREATE UNIQUE INDEX lineage_live ON lineage ("before", coalesce("after", '')) WHERE live;
CREATE INDEX lineage_import ON lineage (import_id);
CREATE UNIQUE INDEX filings_revision ON filings (unit, year, kind, revision);
CREATE UNIQUE INDEX filings_live ON filings (unit, year, kind) WHERE live;
CREATE INDEX filings_import ON filings (import_id);
CREATE UNIQUE INDEX indices_revision ON indices (province, index_name, year, revision);
CREATE UNIQUE INDEX indices_live ON indices (province, index_name, year) WHERE live;
CREATE INDEX indices_import ON indices (import_id);
CREATE UNIQUE INDEX documents_revision ON documents (unit, year, origin, revision, item);
CREATE UNIQUE INDEX documents_live ON documents (unit, year, origin, item) WHERE live;
CREATE INDEX documents_import ON documents (import_id);
CREATE UNIQUE INDEX awards_revision ON awards (unit, year, origin, revision, item);
CREATE UNIQUE INDEX awards_live ON awards (unit, year, origin, item) WHERE live;
CREATE INDEX awards_import ON awards (import_id);
CREATE UNIQUE INDEX inspections_revision ON inspections (unit, year, origin, revision, item);
CREATE UNIQUE INDEX inspections_live ON inspections (unit, year, origin, item) WHERE live;
CREATE INDEX inspections_import ON inspections (import_id);
CREATE UNIQUE INDEX examples_revision ON examples (unit, year, origin, revision, item);
CREATE UNIQUE INDEX examples_live ON examples (unit, year, origin, item) WHERE live;
CREATE INDEX examples_import ON examples (import_id);
CREATE UNIQUE INDEX limitations_revision ON limitations (unit, year, origin, revision, item);
CREATE UNIQUE INDEX limitations_live ON limitations (unit, year, origin, item) WHERE live;
CREATE INDEX limitations_import ON limitations (import_id);
CREATE INDEX aliases_unit ON aliases (unit);
CREATE INDEX lineage_after ON lineage ("after");
CREATE INDEX ix_conclusion_steps_conclusion_id ON conclusion_steps (conclusion_id);
CREATE INDEX ix_replies_unit ON replies (unit);
CREATE INDEX ix_publications_unit ON publications (unit);
CREATE INDEX ix_sessions_account_id ON sessions (account_id);
CREATE INDEX ix_sign_in_waits_at ON sign_in_waits (at);
CREATE UNIQUE INDEX statements_revision ON statements (unit, year, origin, revision, item);
CREATE UNIQUE INDEX statements_live ON statements (unit, year, origin, item) WHERE live;
CREATE INDEX statements_import ON statements (import_id);
CREATE TRIGGER keep_journal_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'journal rows are only ever added'); END;
CREATE TRIGGER keep_journal_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'journal rows are only ever added'); END;
CREATE UNIQUE INDEX unit_heads_revision ON unit_heads (unit, year, revision);
CREATE UNIQUE INDEX unit_heads_live ON unit_heads (unit, year) WHERE live;
CREATE INDEX unit_heads_import ON unit_heads (import_id);
CREATE INDEX persons_name ON persons (name);
CREATE INDEX ix_submissions_unit ON submissions (unit);
CREATE INDEX ix_submission_steps_unit ON submission_steps (unit);
CREATE INDEX ix_disputes_unit ON disputes (unit);
CREATE INDEX ix_dispute_steps_unit ON dispute_steps (unit);
CREATE INDEX ix_disciplines_unit ON disciplines (unit);
CREATE INDEX ix_waivers_milestone ON waivers (milestone);
CREATE INDEX ix_nominees_milestone ON nominees (milestone);
CREATE INDEX ix_reading_keys_account_id ON reading_keys (account_id);
CREATE UNIQUE INDEX boundaries_revision ON boundaries (unit, revision);
CREATE UNIQUE INDEX boundaries_live ON boundaries (unit) WHERE live;
CREATE INDEX boundaries_import ON boundaries (import_id);
CREATE INDEX ix_vote_counts_milestone ON vote_counts (milestone);
CREATE INDEX ix_votes_milestone ON votes (milestone);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('accounts',1);
INSERT INTO "sqlite_sequence" VALUES('agendas',1);
INSERT INTO "sqlite_sequence" VALUES('changes',1);
INSERT INTO "sqlite_sequence" VALUES('conclusions',1);
INSERT INTO "sqlite_sequence" VALUES('disciplines',1);
INSERT INTO "sqlite_sequence" VALUES('disputes',1);
INSERT INTO "sqlite_sequence" VALUES('journal',1);
INSERT INTO "sqlite_sequence" VALUES('nominees',1);
INSERT INTO "sqlite_sequence" VALUES('plan_drafts',1);
INSERT INTO "sqlite_sequence" VALUES('publications',1);
INSERT INTO "sqlite_sequence" VALUES('replies',1);
INSERT INTO "sqlite_sequence" VALUES('seals',1);
INSERT INTO "sqlite_sequence" VALUES('shapes',1);
INSERT INTO "sqlite_sequence" VALUES('submissions',1);
INSERT INTO "sqlite_sequence" VALUES('vote_counts',1);
INSERT INTO "sqlite_sequence" VALUES('votes',1);
INSERT INTO "sqlite_sequence" VALUES('waivers',1);
INSERT INTO "sqlite_sequence" VALUES('word_templates',1);
INSERT INTO "sqlite_sequence" VALUES('conclusion_steps',1);
INSERT INTO "sqlite_sequence" VALUES('dispute_steps',1);
INSERT INTO "sqlite_sequence" VALUES('imports',1);
INSERT INTO "sqlite_sequence" VALUES('published_years',1);
INSERT INTO "sqlite_sequence" VALUES('reading_keys',1);
INSERT INTO "sqlite_sequence" VALUES('submission_steps',1);
COMMIT;
