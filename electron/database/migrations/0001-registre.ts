/** First shape of the register. Frozen: later shapes are later migrations. */
export const sql = `
CREATE TABLE fichier (
  id TEXT NOT NULL PRIMARY KEY,
  nom TEXT NOT NULL,
  typeMime TEXT NOT NULL,
  contenu BLOB NOT NULL,
  sha256 TEXT NOT NULL,
  ajouteAt TEXT NOT NULL
) STRICT;

CREATE TABLE academie (
  id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  nom TEXT NOT NULL,
  nomComplement TEXT NOT NULL,
  region TEXT NOT NULL,
  service TEXT NOT NULL,
  adresse TEXT NOT NULL,
  ville TEXT NOT NULL,
  telephone TEXT NOT NULL,
  courriel TEXT NOT NULL,
  affaireSuiviePar TEXT NOT NULL,
  titreAutorite TEXT NOT NULL,
  signature TEXT NOT NULL,
  prefixeReference TEXT NOT NULL,
  logoFichierId TEXT,
  grilleActivite TEXT NOT NULL,
  toleranceHeures REAL NOT NULL,
  demonstration INTEGER NOT NULL,
  CONSTRAINT academieUnique CHECK (id = 'academie'),
  CONSTRAINT academieTitreAutorite CHECK (titreAutorite IN ('recteur', 'rectrice')),
  CONSTRAINT academieGrille CHECK (grilleActivite IN ('domaine', 'axe')),
  CONSTRAINT academieTolerance CHECK (toleranceHeures >= 0),
  CONSTRAINT academieDemonstration CHECK (demonstration IN (0, 1)),
  CONSTRAINT academieLogo FOREIGN KEY (logoFichierId) REFERENCES fichier (id)
) STRICT;

CREATE TABLE anneeScolaire (
  id TEXT NOT NULL PRIMARY KEY,
  debutLe TEXT NOT NULL,
  finLe TEXT NOT NULL,
  CONSTRAINT anneeScolaireDates CHECK (date(debutLe) IS debutLe AND date(finLe) IS finLe AND debutLe < finLe)
) STRICT;

CREATE TABLE vocabulaire (
  id TEXT NOT NULL PRIMARY KEY,
  liste TEXT NOT NULL,
  code TEXT NOT NULL,
  libelle TEXT NOT NULL,
  libelleFeminin TEXT,
  abrege TEXT,
  categorie TEXT,
  heures REAL,
  synonymes TEXT NOT NULL,
  ordre INTEGER NOT NULL,
  actif INTEGER NOT NULL,
  CONSTRAINT vocabulaireListe CHECK (liste IN ('role', 'statut', 'corps', 'regimeService', 'typeReseau',
    'natureIntervention', 'domaine', 'axe', 'signataire', 'visa')),
  CONSTRAINT vocabulaireCodeUnique UNIQUE (liste, code),
  CONSTRAINT vocabulaireActif CHECK (actif IN (0, 1)),
  CONSTRAINT vocabulaireCategorieRole CHECK (liste <> 'role' OR categorie IN ('coordonnateur', 'formateur', 'autre')),
  CONSTRAINT vocabulaireCategorieStatut CHECK (liste <> 'statut'
    OR categorie IN ('titulaire', 'contractuelCdi', 'contractuelCdd', 'autre')),
  CONSTRAINT vocabulaireCategorieRegime CHECK (liste <> 'regimeService'
    OR (categorie IN ('annuel', 'hebdomadaire', 'mixte') AND heures > 0)),
  CONSTRAINT vocabulaireCategorieReseau CHECK (liste <> 'typeReseau' OR categorie IN ('foquale', 'psad', 'relais', 'autre'))
) STRICT;

CREATE TABLE etablissement (
  id TEXT NOT NULL PRIMARY KEY,
  uai TEXT NOT NULL,
  nom TEXT NOT NULL,
  type TEXT NOT NULL,
  nature TEXT NOT NULL,
  secteur TEXT NOT NULL,
  adresse TEXT NOT NULL,
  codePostal TEXT NOT NULL,
  commune TEXT NOT NULL,
  departement TEXT NOT NULL,
  academieCode TEXT NOT NULL,
  telephone TEXT NOT NULL,
  courriel TEXT NOT NULL,
  bassinCode TEXT NOT NULL,
  bassinNom TEXT NOT NULL,
  zapCode TEXT NOT NULL,
  zapNom TEXT NOT NULL,
  educationPrioritaire TEXT NOT NULL,
  voieGenerale INTEGER NOT NULL,
  voieTechnologique INTEGER NOT NULL,
  voieProfessionnelle INTEGER NOT NULL,
  segpa INTEGER NOT NULL,
  ulis INTEGER NOT NULL,
  nombreEleves INTEGER,
  latitude REAL,
  longitude REAL,
  ouvertLe TEXT,
  etat TEXT NOT NULL,
  fermeLe TEXT,
  annuaireLe TEXT,
  cleTri TEXT NOT NULL,
  cleRecherche TEXT NOT NULL,
  CONSTRAINT etablissementUaiUnique UNIQUE (uai),
  CONSTRAINT etablissementUai CHECK (uai GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][A-Z]'),
  CONSTRAINT etablissementSecteur CHECK (secteur IN ('public', 'prive')),
  CONSTRAINT etablissementEtat CHECK (etat IN ('ouvert', 'ferme'))
) STRICT;
CREATE INDEX etablissementCleTri ON etablissement (cleTri, id);
CREATE INDEX etablissementDepartement ON etablissement (departement);

CREATE TABLE agent (
  id TEXT NOT NULL PRIMARY KEY,
  civilite TEXT,
  nom TEXT NOT NULL,
  prenom TEXT NOT NULL,
  courriel TEXT NOT NULL,
  telephone TEXT NOT NULL,
  statutId TEXT,
  corpsId TEXT,
  grade TEXT NOT NULL,
  discipline TEXT NOT NULL,
  echelon INTEGER,
  echelonLe TEXT,
  contratFinLe TEXT,
  cplds TEXT NOT NULL,
  priseFonctionLe TEXT,
  observations TEXT NOT NULL,
  cleTri TEXT NOT NULL,
  cleRecherche TEXT NOT NULL,
  CONSTRAINT agentCivilite CHECK (civilite IN ('madame', 'monsieur')),
  CONSTRAINT agentCplds CHECK (cplds IN ('non', 'enCours', 'oui')),
  CONSTRAINT agentStatut FOREIGN KEY (statutId) REFERENCES vocabulaire (id),
  CONSTRAINT agentCorps FOREIGN KEY (corpsId) REFERENCES vocabulaire (id)
) STRICT;
CREATE INDEX agentCleTri ON agent (cleTri, id);
CREATE INDEX agentStatutId ON agent (statutId);
CREATE INDEX agentCorpsId ON agent (corpsId);

CREATE TABLE affectation (
  id TEXT NOT NULL PRIMARY KEY,
  agentId TEXT NOT NULL,
  anneeId TEXT NOT NULL,
  roleId TEXT NOT NULL,
  quotite REAL NOT NULL,
  regimeId TEXT NOT NULL,
  heuresEnseignementHebdo REAL,
  residenceId TEXT,
  debutLe TEXT NOT NULL,
  finLe TEXT NOT NULL,
  observations TEXT NOT NULL,
  CONSTRAINT affectationQuotite CHECK (quotite > 0 AND quotite <= 100),
  CONSTRAINT affectationDates CHECK (debutLe <= finLe),
  CONSTRAINT affectationAgent FOREIGN KEY (agentId) REFERENCES agent (id),
  CONSTRAINT affectationAnnee FOREIGN KEY (anneeId) REFERENCES anneeScolaire (id),
  CONSTRAINT affectationRole FOREIGN KEY (roleId) REFERENCES vocabulaire (id),
  CONSTRAINT affectationRegime FOREIGN KEY (regimeId) REFERENCES vocabulaire (id),
  CONSTRAINT affectationResidence FOREIGN KEY (residenceId) REFERENCES etablissement (id)
) STRICT;
CREATE INDEX affectationAgentId ON affectation (agentId);
CREATE INDEX affectationAnneeId ON affectation (anneeId);
CREATE INDEX affectationRoleId ON affectation (roleId);
CREATE INDEX affectationRegimeId ON affectation (regimeId);
CREATE INDEX affectationResidenceId ON affectation (residenceId);

CREATE TABLE reseau (
  id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  nom TEXT NOT NULL,
  typeId TEXT NOT NULL,
  departement TEXT,
  bassin TEXT NOT NULL,
  teteId TEXT,
  animateur TEXT NOT NULL,
  problematique TEXT NOT NULL,
  actif INTEGER NOT NULL,
  cleTri TEXT NOT NULL,
  cleRecherche TEXT NOT NULL,
  CONSTRAINT reseauCodeUnique UNIQUE (code),
  CONSTRAINT reseauActif CHECK (actif IN (0, 1)),
  CONSTRAINT reseauType FOREIGN KEY (typeId) REFERENCES vocabulaire (id),
  CONSTRAINT reseauTete FOREIGN KEY (teteId) REFERENCES etablissement (id)
) STRICT;
CREATE INDEX reseauTypeId ON reseau (typeId);
CREATE INDEX reseauTeteId ON reseau (teteId);

CREATE TABLE reseauMembre (
  id TEXT NOT NULL PRIMARY KEY,
  reseauId TEXT NOT NULL,
  etablissementId TEXT NOT NULL,
  debutLe TEXT NOT NULL,
  finLe TEXT,
  CONSTRAINT reseauMembreDates CHECK (finLe IS NULL OR debutLe <= finLe),
  CONSTRAINT reseauMembreUnique UNIQUE (reseauId, etablissementId, debutLe),
  CONSTRAINT reseauMembreReseau FOREIGN KEY (reseauId) REFERENCES reseau (id),
  CONSTRAINT reseauMembreEtablissement FOREIGN KEY (etablissementId) REFERENCES etablissement (id)
) STRICT;
CREATE INDEX reseauMembreEtablissementId ON reseauMembre (etablissementId);

CREATE TABLE affectationReseau (
  id TEXT NOT NULL PRIMARY KEY,
  affectationId TEXT NOT NULL,
  reseauId TEXT NOT NULL,
  CONSTRAINT affectationReseauUnique UNIQUE (affectationId, reseauId),
  CONSTRAINT affectationReseauAffectation FOREIGN KEY (affectationId) REFERENCES affectation (id),
  CONSTRAINT affectationReseauReseau FOREIGN KEY (reseauId) REFERENCES reseau (id)
) STRICT;
CREATE INDEX affectationReseauReseauId ON affectationReseau (reseauId);

CREATE TABLE operationFse (
  id TEXT NOT NULL PRIMARY KEY,
  numero TEXT NOT NULL,
  intitule TEXT NOT NULL,
  programme TEXT NOT NULL,
  porteur TEXT NOT NULL,
  etat TEXT NOT NULL,
  debutLe TEXT NOT NULL,
  finLe TEXT NOT NULL,
  taux REAL NOT NULL,
  regimeCouts TEXT NOT NULL,
  observations TEXT NOT NULL,
  CONSTRAINT operationFseNumeroUnique UNIQUE (numero),
  CONSTRAINT operationFseDates CHECK (debutLe <= finLe),
  CONSTRAINT operationFseTaux CHECK (taux > 0 AND taux <= 100),
  CONSTRAINT operationFseEtat CHECK (etat IN ('projet', 'deposee', 'enInstruction', 'conventionnee', 'enCours',
    'terminee', 'soldee', 'abandonnee')),
  CONSTRAINT operationFseRegime CHECK (regimeCouts IN ('REEL', 'R7', 'R15', 'R20_PON', 'R20_PERSONNEL', 'R25', 'R40', 'UNITAIRE'))
) STRICT;

CREATE TABLE ligneFse (
  id TEXT NOT NULL PRIMARY KEY,
  operationId TEXT NOT NULL,
  sens TEXT NOT NULL,
  poste TEXT NOT NULL,
  libelle TEXT NOT NULL,
  prevuCents INTEGER NOT NULL,
  realiseCents INTEGER NOT NULL,
  justificatif TEXT NOT NULL,
  observations TEXT NOT NULL,
  ordre INTEGER NOT NULL,
  CONSTRAINT ligneFseSens CHECK (
    (sens = 'depense' AND poste IN ('D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'))
    OR (sens = 'ressource' AND poste IN ('F1', 'F2', 'F3', 'F4', 'F5', 'F6'))),
  CONSTRAINT ligneFseJustificatif CHECK (justificatif IN ('sansObjet', 'aFournir', 'enAttente', 'fourni')),
  CONSTRAINT ligneFseOperation FOREIGN KEY (operationId) REFERENCES operationFse (id)
) STRICT;
CREATE INDEX ligneFseOperationId ON ligneFse (operationId, ordre);

CREATE TABLE lettreDeMission (
  id TEXT NOT NULL PRIMARY KEY,
  agentId TEXT NOT NULL,
  anneeId TEXT NOT NULL,
  roleId TEXT NOT NULL,
  version INTEGER NOT NULL,
  remplaceId TEXT,
  etat TEXT NOT NULL,
  active INTEGER NOT NULL,
  modele TEXT NOT NULL,
  reference TEXT NOT NULL,
  etablieLe TEXT,
  dateEffetLe TEXT NOT NULL,
  finLe TEXT NOT NULL,
  quotite REAL NOT NULL,
  regimeId TEXT NOT NULL,
  heuresDues REAL NOT NULL,
  heuresMasquees INTEGER NOT NULL,
  residenceId TEXT,
  perimetre TEXT NOT NULL,
  instances TEXT NOT NULL,
  moyens TEXT NOT NULL,
  suivi TEXT NOT NULL,
  observations TEXT NOT NULL,
  envoyeeLe TEXT,
  signeeLe TEXT,
  CONSTRAINT lettreDeMissionVersionUnique UNIQUE (agentId, anneeId, roleId, version),
  CONSTRAINT lettreDeMissionVersion CHECK (version >= 1),
  CONSTRAINT lettreDeMissionEtat CHECK (etat IN ('brouillon', 'enConcertation', 'aLaSignature', 'signeeEnPartie',
    'signee', 'remise', 'bilanDemande', 'bilanRecu', 'close', 'annulee')),
  CONSTRAINT lettreDeMissionModele CHECK (modele IN ('coordonnateur', 'formateur')),
  CONSTRAINT lettreDeMissionActive CHECK (active IN (0, 1) AND (active = 0 OR etat <> 'annulee')),
  CONSTRAINT lettreDeMissionHeuresMasquees CHECK (heuresMasquees IN (0, 1)),
  CONSTRAINT lettreDeMissionQuotite CHECK (quotite > 0 AND quotite <= 100),
  CONSTRAINT lettreDeMissionHeuresDues CHECK (heuresDues >= 0),
  CONSTRAINT lettreDeMissionDates CHECK (dateEffetLe <= finLe),
  CONSTRAINT lettreDeMissionAgent FOREIGN KEY (agentId) REFERENCES agent (id),
  CONSTRAINT lettreDeMissionAnnee FOREIGN KEY (anneeId) REFERENCES anneeScolaire (id),
  CONSTRAINT lettreDeMissionRole FOREIGN KEY (roleId) REFERENCES vocabulaire (id),
  CONSTRAINT lettreDeMissionRegime FOREIGN KEY (regimeId) REFERENCES vocabulaire (id),
  CONSTRAINT lettreDeMissionResidence FOREIGN KEY (residenceId) REFERENCES etablissement (id),
  CONSTRAINT lettreDeMissionRemplace FOREIGN KEY (remplaceId) REFERENCES lettreDeMission (id)
) STRICT;
CREATE UNIQUE INDEX lettreDeMissionActiveUnique ON lettreDeMission (agentId, anneeId, roleId) WHERE active = 1;
CREATE INDEX lettreDeMissionAnneeId ON lettreDeMission (anneeId);
CREATE INDEX lettreDeMissionRoleId ON lettreDeMission (roleId);
CREATE INDEX lettreDeMissionRegimeId ON lettreDeMission (regimeId);
CREATE INDEX lettreDeMissionResidenceId ON lettreDeMission (residenceId);
CREATE INDEX lettreDeMissionRemplaceId ON lettreDeMission (remplaceId);

CREATE TABLE lettreEtablissement (
  id TEXT NOT NULL PRIMARY KEY,
  lettreId TEXT NOT NULL,
  etablissementId TEXT NOT NULL,
  natureId TEXT,
  volume REAL,
  uniteVolume TEXT NOT NULL,
  gpds INTEGER NOT NULL,
  ordre INTEGER NOT NULL,
  CONSTRAINT lettreEtablissementUnique UNIQUE (lettreId, etablissementId),
  CONSTRAINT lettreEtablissementUnite CHECK (uniteVolume IN ('heuresParAn', 'joursParSemaine')),
  CONSTRAINT lettreEtablissementGpds CHECK (gpds IN (0, 1)),
  CONSTRAINT lettreEtablissementVolume CHECK (volume IS NULL OR volume >= 0),
  CONSTRAINT lettreEtablissementLettre FOREIGN KEY (lettreId) REFERENCES lettreDeMission (id),
  CONSTRAINT lettreEtablissementEtablissement FOREIGN KEY (etablissementId) REFERENCES etablissement (id),
  CONSTRAINT lettreEtablissementNature FOREIGN KEY (natureId) REFERENCES vocabulaire (id)
) STRICT;
CREATE INDEX lettreEtablissementEtablissementId ON lettreEtablissement (etablissementId);
CREATE INDEX lettreEtablissementNatureId ON lettreEtablissement (natureId);

CREATE TABLE lettreDomaine (
  id TEXT NOT NULL PRIMARY KEY,
  lettreId TEXT NOT NULL,
  domaineId TEXT NOT NULL,
  heures REAL NOT NULL,
  activites TEXT NOT NULL,
  ordre INTEGER NOT NULL,
  CONSTRAINT lettreDomaineUnique UNIQUE (lettreId, domaineId),
  CONSTRAINT lettreDomaineHeures CHECK (heures >= 0),
  CONSTRAINT lettreDomaineLettre FOREIGN KEY (lettreId) REFERENCES lettreDeMission (id),
  CONSTRAINT lettreDomaineDomaine FOREIGN KEY (domaineId) REFERENCES vocabulaire (id)
) STRICT;
CREATE INDEX lettreDomaineDomaineId ON lettreDomaine (domaineId);

CREATE TABLE lettreObjectif (
  id TEXT NOT NULL PRIMARY KEY,
  lettreId TEXT NOT NULL,
  libelle TEXT NOT NULL,
  indicateur TEXT NOT NULL,
  cible TEXT NOT NULL,
  echeanceLe TEXT,
  resultat TEXT NOT NULL,
  ordre INTEGER NOT NULL,
  CONSTRAINT lettreObjectifLettre FOREIGN KEY (lettreId) REFERENCES lettreDeMission (id)
) STRICT;
CREATE INDEX lettreObjectifLettreId ON lettreObjectif (lettreId, ordre);

CREATE TABLE lettreReseau (
  id TEXT NOT NULL PRIMARY KEY,
  lettreId TEXT NOT NULL,
  reseauId TEXT NOT NULL,
  CONSTRAINT lettreReseauUnique UNIQUE (lettreId, reseauId),
  CONSTRAINT lettreReseauLettre FOREIGN KEY (lettreId) REFERENCES lettreDeMission (id),
  CONSTRAINT lettreReseauReseau FOREIGN KEY (reseauId) REFERENCES reseau (id)
) STRICT;
CREATE INDEX lettreReseauReseauId ON lettreReseau (reseauId);

CREATE TABLE lettreVisa (
  id TEXT NOT NULL PRIMARY KEY,
  lettreId TEXT NOT NULL,
  visaId TEXT NOT NULL,
  ordre INTEGER NOT NULL,
  CONSTRAINT lettreVisaUnique UNIQUE (lettreId, visaId),
  CONSTRAINT lettreVisaLettre FOREIGN KEY (lettreId) REFERENCES lettreDeMission (id),
  CONSTRAINT lettreVisaVisa FOREIGN KEY (visaId) REFERENCES vocabulaire (id)
) STRICT;
CREATE INDEX lettreVisaVisaId ON lettreVisa (visaId);

CREATE TABLE lettreSignataire (
  id TEXT NOT NULL PRIMARY KEY,
  lettreId TEXT NOT NULL,
  signataireId TEXT,
  qualite TEXT NOT NULL,
  nom TEXT NOT NULL,
  ordre INTEGER NOT NULL,
  signeLe TEXT,
  CONSTRAINT lettreSignataireLettre FOREIGN KEY (lettreId) REFERENCES lettreDeMission (id),
  CONSTRAINT lettreSignataireSignataire FOREIGN KEY (signataireId) REFERENCES vocabulaire (id)
) STRICT;
CREATE INDEX lettreSignataireLettreId ON lettreSignataire (lettreId, ordre);
CREATE INDEX lettreSignataireSignataireId ON lettreSignataire (signataireId);

CREATE TABLE lettreFse (
  id TEXT NOT NULL PRIMARY KEY,
  lettreId TEXT NOT NULL,
  operationId TEXT NOT NULL,
  pourcentage REAL NOT NULL,
  debutLe TEXT NOT NULL,
  finLe TEXT NOT NULL,
  missions TEXT NOT NULL,
  accepteeLe TEXT,
  CONSTRAINT lettreFseUnique UNIQUE (lettreId, operationId, debutLe),
  CONSTRAINT lettreFsePourcentage CHECK (pourcentage > 0 AND pourcentage <= 100),
  CONSTRAINT lettreFseDates CHECK (debutLe <= finLe),
  CONSTRAINT lettreFseLettre FOREIGN KEY (lettreId) REFERENCES lettreDeMission (id),
  CONSTRAINT lettreFseOperation FOREIGN KEY (operationId) REFERENCES operationFse (id)
) STRICT;
CREATE INDEX lettreFseOperationId ON lettreFse (operationId);

CREATE TABLE correspondanceImport (
  id TEXT NOT NULL PRIMARY KEY,
  nature TEXT NOT NULL,
  empreinte TEXT NOT NULL,
  colonnes TEXT NOT NULL,
  utiliseeAt TEXT NOT NULL,
  CONSTRAINT correspondanceImportUnique UNIQUE (nature, empreinte)
) STRICT;
`
