/**
 * The campaign of the lettres de mission: signature circuits, steps, frozen text, avenants, individual reports, and why
 * somebody has no letter. Frozen: later shapes are later migrations.
 *
 * What a letter says is closed by triggers from its first signature on, whatever program writes: a field put back by an
 * undo is refused too, until the signature itself is taken back.
 */
const tables = `
ALTER TABLE lettreDeMission ADD COLUMN nature TEXT NOT NULL DEFAULT 'initiale'
  CONSTRAINT lettreDeMissionNature CHECK (nature IN ('initiale', 'avenant', 'remplacement'));
ALTER TABLE lettreDeMission ADD COLUMN numeroAvenant INTEGER NOT NULL DEFAULT 0
  CONSTRAINT lettreDeMissionNumeroAvenant CHECK (numeroAvenant >= 0);
ALTER TABLE lettreDeMission ADD COLUMN motif TEXT NOT NULL DEFAULT '';

ALTER TABLE lettreObjectif ADD COLUMN domaineId TEXT
  CONSTRAINT lettreObjectifDomaine REFERENCES vocabulaire (id);
ALTER TABLE lettreObjectif ADD COLUMN atteinte TEXT NOT NULL DEFAULT 'nonRenseignee'
  CONSTRAINT lettreObjectifAtteinte CHECK (atteinte IN ('nonRenseignee', 'atteint', 'enPartie', 'nonAtteint'));
CREATE INDEX lettreObjectifDomaineId ON lettreObjectif (domaineId);

CREATE TABLE lettreEvenement (
  id TEXT NOT NULL PRIMARY KEY,
  lettreId TEXT NOT NULL,
  etape TEXT NOT NULL,
  le TEXT NOT NULL,
  qui TEXT NOT NULL,
  motif TEXT NOT NULL,
  saisiAt TEXT NOT NULL,
  CONSTRAINT lettreEvenementLettre FOREIGN KEY (lettreId) REFERENCES lettreDeMission (id)
) STRICT;
CREATE INDEX lettreEvenementLettreId ON lettreEvenement (lettreId, le);

CREATE TABLE lettreFigee (
  id TEXT NOT NULL PRIMARY KEY,
  lettreId TEXT NOT NULL,
  contenu TEXT NOT NULL,
  logoFichierId TEXT,
  sha256 TEXT NOT NULL,
  figeeAt TEXT NOT NULL,
  CONSTRAINT lettreFigeeUnique UNIQUE (lettreId),
  CONSTRAINT lettreFigeeLettre FOREIGN KEY (lettreId) REFERENCES lettreDeMission (id),
  CONSTRAINT lettreFigeeLogo FOREIGN KEY (logoFichierId) REFERENCES fichier (id)
) STRICT;
CREATE INDEX lettreFigeeLogoFichierId ON lettreFigee (logoFichierId);

CREATE TABLE lettreRapport (
  id TEXT NOT NULL PRIMARY KEY,
  lettreId TEXT NOT NULL,
  demandeLe TEXT NOT NULL,
  attenduLe TEXT NOT NULL,
  recuLe TEXT,
  fichierId TEXT,
  observations TEXT NOT NULL,
  CONSTRAINT lettreRapportUnique UNIQUE (lettreId),
  CONSTRAINT lettreRapportDates CHECK (demandeLe <= attenduLe AND (recuLe IS NULL OR demandeLe <= recuLe)),
  CONSTRAINT lettreRapportLettre FOREIGN KEY (lettreId) REFERENCES lettreDeMission (id),
  CONSTRAINT lettreRapportFichier FOREIGN KEY (fichierId) REFERENCES fichier (id)
) STRICT;
CREATE INDEX lettreRapportFichierId ON lettreRapport (fichierId);

CREATE TABLE agentSansLettre (
  id TEXT NOT NULL PRIMARY KEY,
  agentId TEXT NOT NULL,
  anneeId TEXT NOT NULL,
  roleId TEXT NOT NULL,
  raison TEXT NOT NULL,
  precisions TEXT NOT NULL,
  CONSTRAINT agentSansLettreUnique UNIQUE (agentId, anneeId, roleId),
  CONSTRAINT agentSansLettreRaison CHECK (raison IN ('depart', 'retraite', 'finContrat', 'conge', 'sansMission', 'autre')),
  CONSTRAINT agentSansLettreAgent FOREIGN KEY (agentId) REFERENCES agent (id),
  CONSTRAINT agentSansLettreAnnee FOREIGN KEY (anneeId) REFERENCES anneeScolaire (id),
  CONSTRAINT agentSansLettreRole FOREIGN KEY (roleId) REFERENCES vocabulaire (id)
) STRICT;
CREATE INDEX agentSansLettreAnneeId ON agentSansLettre (anneeId);
CREATE INDEX agentSansLettreRoleId ON agentSansLettre (roleId);

CREATE TABLE circuit (
  id TEXT NOT NULL PRIMARY KEY,
  modele TEXT NOT NULL,
  departement TEXT NOT NULL,
  CONSTRAINT circuitUnique UNIQUE (modele, departement)
) STRICT;

CREATE TABLE circuitSignataire (
  id TEXT NOT NULL PRIMARY KEY,
  circuitId TEXT NOT NULL,
  signataireId TEXT NOT NULL,
  nom TEXT NOT NULL,
  residence TEXT NOT NULL,
  ordre INTEGER NOT NULL,
  CONSTRAINT circuitSignataireUnique UNIQUE (circuitId, signataireId),
  CONSTRAINT circuitSignataireResidence CHECK (residence IN ('toutes', 'cio', 'horsCio')),
  CONSTRAINT circuitSignataireCircuit FOREIGN KEY (circuitId) REFERENCES circuit (id),
  CONSTRAINT circuitSignataireSignataire FOREIGN KEY (signataireId) REFERENCES vocabulaire (id)
) STRICT;
CREATE INDEX circuitSignataireSignataireId ON circuitSignataire (signataireId);
`

const figee = (lettreId: string): string =>
  `WHEN EXISTS (SELECT 1 FROM lettreFigee f WHERE f.lettreId = ${lettreId}) BEGIN SELECT RAISE(ABORT, 'lettreFigee'); END;`

/** Columns of each table that the printed letter holds; the others (signature, result, acceptance…) live on. */
const imprimees: Readonly<Record<string, string>> = {
  lettreEtablissement: 'lettreId, etablissementId, natureId, volume, uniteVolume, gpds, ordre',
  lettreDomaine: 'lettreId, domaineId, heures, activites, ordre',
  lettreObjectif: 'lettreId, libelle, indicateur, cible, echeanceLe, ordre',
  lettreReseau: 'lettreId, reseauId',
  lettreVisa: 'lettreId, visaId, ordre',
  lettreSignataire: 'lettreId, signataireId, qualite, nom, ordre',
  lettreFse: 'lettreId, operationId, pourcentage, debutLe, finLe, missions',
}
const imprimeesDeLaLettre =
  'agentId, anneeId, roleId, version, remplaceId, nature, numeroAvenant, modele, reference, etablieLe, dateEffetLe, finLe, ' +
  'quotite, regimeId, heuresDues, heuresMasquees, residenceId, perimetre, instances, moyens, suivi'

const declencheurs = [
  `CREATE TRIGGER figee_lettreDeMission_U BEFORE UPDATE OF ${imprimeesDeLaLettre} ON lettreDeMission ${figee('OLD.id')}`,
  `CREATE TRIGGER figee_lettreDeMission_D BEFORE DELETE ON lettreDeMission ${figee('OLD.id')}`,
  ...Object.entries(imprimees).flatMap(([table, colonnes]) => [
    `CREATE TRIGGER figee_${table}_I BEFORE INSERT ON ${table} ${figee('NEW.lettreId')}`,
    `CREATE TRIGGER figee_${table}_U BEFORE UPDATE OF ${colonnes} ON ${table} ${figee('OLD.lettreId')}`,
    `CREATE TRIGGER figee_${table}_D BEFORE DELETE ON ${table} ${figee('OLD.lettreId')}`,
  ]),
].join('\n')

export const sql = `${tables}\n${declencheurs}`
