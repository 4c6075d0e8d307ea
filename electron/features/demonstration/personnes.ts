import type { Affectation, AffectationReseau } from '../../../shared/domain/affectation/affectation'
import type { Agent } from '../../../shared/domain/agent/agent'
import type { Etablissement } from '../../../shared/domain/etablissement/etablissement'
import type { Reseau } from '../../../shared/domain/reseau/reseau'
import { cleRecherche, cleTri, plier } from '../../../shared/text'
import type { Chantier, Territoire } from './territoire'

export const anneesDemonstration = ['2025-2026', '2026-2027'] as const
export type AnneeDemonstration = (typeof anneesDemonstration)[number]

/** A post of the académie: who holds it may change from one year to the next. */
interface Poste {
  roleCode: string
  reseaux: Reseau[]
  residence: Etablissement
}

export interface Personnes {
  agents: Agent[]
  affectations: Affectation[]
  affectationReseaux: AffectationReseau[]
}

/** 45 posts; three change hands in September 2026, five change their quotité. */
export function construirePersonnes(chantier: Chantier, territoire: Territoire): Personnes {
  const postes = construirePostes(chantier, territoire)
  const agents: Agent[] = []
  const affectations: Affectation[] = []
  const affectationReseaux: AffectationReseau[] = []
  postes.forEach((poste, rang) => {
    let agent = construireAgent(chantier, rang, agents)
    agents.push(agent)
    let quotite = [100, 100, 100, 80, 50, 100, 90, 75][rang % 8] ?? 100
    for (const anneeId of anneesDemonstration) {
      if (anneeId === '2026-2027' && rang % 17 === 11)
        agents.push((agent = construireAgent(chantier, agents.length, agents)))
      if (anneeId === '2026-2027' && rang % 9 === 3) quotite = quotite === 100 ? 80 : 100
      const affectation = affecter(chantier, poste, agent, anneeId, quotite)
      affectations.push(affectation)
      for (const { id } of poste.reseaux)
        affectationReseaux.push({ id: chantier.newId(), affectationId: affectation.id, reseauId: id })
    }
  })
  return { agents, affectations, affectationReseaux }
}

function construirePostes({ tirage, modele, terme }: Chantier, { etablissements, reseaux }: Territoire): Poste[] {
  const foquale = reseaux.filter(({ typeId }) => typeId === terme('typeReseau', 'FOQUALE'))
  const psad = reseaux.filter(({ typeId }) => typeId === terme('typeReseau', 'PSAD'))
  const residencesDe = (bassin: string) =>
    etablissements.filter(
      ({ bassinNom, secteur, type }) => bassinNom === bassin && secteur === 'public' && type !== 'EREA',
    )
  const cioDe = (departement: string) =>
    etablissements.filter(
      (candidat) => candidat.departement === departement && candidat.type === 'Information et orientation',
    )
  const departemental = (roleCode: string): Poste[] =>
    modele.departements.map(({ code }) => ({
      roleCode,
      reseaux: psad.filter(({ departement }) => departement === code),
      residence: tirage.one(cioDe(code)),
    }))
  const local = (roleCode: string, parReseau: number): Poste[] =>
    foquale.flatMap((reseau) =>
      tirage
        .some(residencesDe(reseau.bassin), parReseau)
        .map((residence) => ({ roleCode, reseaux: [reseau], residence })),
    )
  return [
    ...departemental('COORD_DEP'),
    ...departemental('COORD_RELAIS'),
    ...local('COORD_RESEAU', 2),
    ...local('FORM', 2),
    ...local('ECMLDS', 1).slice(0, 7),
  ]
}

function construireAgent({ modele, tirage, newId, terme }: Chantier, rang: number, deja: Agent[]): Agent {
  const civilite = tirage.below(5) < 3 ? ('madame' as const) : ('monsieur' as const)
  const nom = modele.noms[rang % modele.noms.length] ?? ''
  const prenom = tirage.one(civilite === 'madame' ? modele.prenomsMadame : modele.prenomsMonsieur)
  const courriel = `${adresse(prenom)}.${adresse(nom)}@ac-valombre.example`
  const statut = tirage.one(['TITULAIRE', 'TITULAIRE', 'TITULAIRE', 'CDI', 'CDD'])
  const corps = statut === 'TITULAIRE' ? tirage.one(['CERTIFIE', 'PLP', 'CPE', 'PE', 'PSYEN']) : 'CONTRACTUEL'
  return {
    id: newId(),
    civilite,
    nom,
    prenom,
    courriel: deja.some((autre) => autre.courriel === courriel) ? courriel.replace('@', '2@') : courriel,
    telephone: `09 80 ${String(10 + tirage.below(89))} ${String(10 + tirage.below(89))} ${String(10 + tirage.below(89))}`,
    statutId: terme('statut', statut),
    corpsId: terme('corps', corps),
    grade: statut === 'TITULAIRE' ? tirage.one(['classe normale', 'classe normale', 'hors classe']) : '',
    discipline:
      corps === 'CERTIFIE' || corps === 'PLP'
        ? tirage.one(['CPIF', 'lettres', 'mathématiques', 'économie-gestion'])
        : '',
    echelon: statut === 'TITULAIRE' ? 4 + tirage.below(8) : null,
    echelonLe: statut === 'TITULAIRE' ? `202${String(3 + tirage.below(3))}-09-01` : null,
    contratFinLe: statut === 'CDD' ? '2027-08-31' : null,
    cplds: tirage.one(['non', 'non', 'oui', 'enCours'] as const),
    priseFonctionLe: `20${String(14 + tirage.below(11))}-09-01`,
    observations: '',
    cleTri: cleTri(`${nom} ${prenom}`),
    cleRecherche: cleRecherche(`${nom} ${prenom} ${courriel}`),
  }
}

const adresse = (texte: string): string => plier(texte).replaceAll(/[^a-z0-9]+/g, '-')

function affecter(
  { newId, terme }: Chantier,
  poste: Poste,
  agent: Agent,
  anneeId: AnneeDemonstration,
  quotite: number,
): Affectation {
  const [debut, fin] = anneeId.split('-')
  const enService = poste.roleCode === 'COORD_DEP'
  return {
    id: newId(),
    agentId: agent.id,
    anneeId,
    roleId: terme('role', poste.roleCode),
    quotite,
    regimeId: terme('regimeService', enService ? 'H1607' : poste.roleCode === 'FORM' ? 'H18' : 'H1404'),
    heuresEnseignementHebdo: null,
    residenceId: poste.residence.id,
    debutLe: `${debut ?? ''}-09-01`,
    finLe: `${fin ?? ''}-08-31`,
    observations: '',
  }
}
