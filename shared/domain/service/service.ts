import { grouperPar } from '../../grouper'
import { semainesParAn } from '../lettre-de-mission/controle'

/** What a letter makes of its agent's time: flat facts, hours a year (a week's hours count for the teaching weeks). */
export interface ServiceDeLettre {
  lettreId: string
  agentId: string
  agent: string
  roleAbrege: string
  categorie: string
  quotite: number
  regime: string
  /** Hours due a year. */
  heuresDues: number
  /** Σ of the hours by domain − hours due, hours a year; null when nothing is spread. */
  ecart: number | null
  /** The académie's tolerance lets the gap be: the letter is coherent. */
  ecartTolere: boolean
  domaines: { id: string; libelle: string; heures: number }[]
  etablissements: {
    id: string
    nom: string
    uai: string
    commune: string
    /** Hours a year that the letter says; null when it does not. */
    heures: number | null
    gpds: boolean
    /** Networks that cover établissements (FOQUALE, relais) and that it belongs to: what the hours are spread by. */
    reseauIds: string[]
    /** Every network that it belongs to: a PSAD, which covers a département as a whole, is one. */
    membreDe: string[]
  }[]
  reseaux: { id: string; nom: string }[]
  /** Of the résidence administrative. */
  bassin: string
  departement: string
}

/** One cell of a spread: a person, a place, a domaine. */
export interface Part {
  cle: string
  libelle: string
  /** What tells apart two of the same name: the UAI of an établissement. */
  code?: string
  heures: number
  lettres: number
  /** Its hours by letter: they add up to `heures`. */
  parLettre: ReadonlyMap<string, number>
}

const net = (heures: number): number => Number(heures.toFixed(2))

/** A volume as hours a year: days a week are fifths of the hours due (usage: five days make the week). */
export function heuresDuVolume(
  volume: number | null,
  unite: 'heuresParAn' | 'joursParSemaine',
  heuresDuesParAn: number,
): number | null {
  if (volume === null || volume === 0) return null
  return net(unite === 'heuresParAn' ? volume : (Math.min(volume, 5) / 5) * heuresDuesParAn)
}

/** Hours of a week as hours of a year. */
export const parAn = (heures: number, unite: 'an' | 'semaine'): number =>
  net(unite === 'an' ? heures : heures * semainesParAn)

/** What one letter gives to one cell. */
interface Apport extends Pick<Part, 'cle' | 'libelle' | 'code' | 'heures'> {
  lettreId: string
}

type Nom = Pick<Part, 'cle' | 'libelle' | 'code'>

function sommer(nom: Nom, apports: readonly (readonly [lettreId: string, heures: number])[]): Part {
  const parLettre = new Map<string, number>()
  for (const [lettreId, heures] of apports) parLettre.set(lettreId, net((parLettre.get(lettreId) ?? 0) + heures))
  const heures = net([...parLettre.values()].reduce((total, siennes) => total + siennes, 0))
  return { ...nom, heures, lettres: parLettre.size, parLettre }
}

const cumuler = (apports: readonly Apport[]): Part[] =>
  [...grouperPar(apports, ({ cle }) => cle)]
    .map(([cle, siens]) => {
      const { libelle = '', code } = siens[0] ?? {}
      return sommer(
        { cle, libelle, ...(code !== undefined && { code }) },
        siens.map(({ lettreId, heures }) => [lettreId, heures]),
      )
    })
    .sort((a, b) => b.heures - a.heures)

/** Several cells as one: a letter that gives to two of them counts once. */
export const reunir = (cle: string, libelle: string, parts: readonly Part[]): Part =>
  sommer(
    { cle, libelle },
    parts.flatMap(({ parLettre }) => [...parLettre]),
  )

export const parDomaine = (services: readonly ServiceDeLettre[]): Part[] =>
  cumuler(
    services.flatMap(({ lettreId, domaines }) =>
      domaines
        .filter(({ heures }) => heures > 0)
        .map(({ id, libelle, heures }) => ({ lettreId, cle: id, libelle, heures })),
    ),
  )

/**
 * Hours of each établissement of one letter: its volume when the letter says it; the rest of the hours due is shared
 * equally between the others. Nothing is invented beyond the hours due: with every volume said, what is left is nowhere.
 */
function heuresParEtablissement({ heuresDues, etablissements }: ServiceDeLettre): Map<string, number> {
  const dites = etablissements.reduce((total, { heures }) => total + (heures ?? 0), 0)
  const muets = etablissements.filter(({ heures }) => heures === null).length
  const reste = Math.max(0, heuresDues - dites)
  return new Map(etablissements.map(({ id, heures }) => [id, heures ?? net(reste / Math.max(1, muets))]))
}

export const parEtablissement = (services: readonly ServiceDeLettre[]): Part[] =>
  cumuler(
    services.flatMap((service) => {
      const heures = heuresParEtablissement(service)
      return service.etablissements.map(({ id, nom, uai }) => ({
        lettreId: service.lettreId,
        cle: id,
        libelle: nom,
        code: uai,
        heures: heures.get(id) ?? 0,
      }))
    }),
  )

/** A letter's hours go to its networks in proportion to its établissements in each; without any, equally. */
export const parReseau = (services: readonly ServiceDeLettre[]): Part[] =>
  cumuler(
    services.flatMap(({ lettreId, heuresDues, reseaux, etablissements }) => {
      const poids = reseaux.map(({ id }) => etablissements.filter(({ reseauIds }) => reseauIds.includes(id)).length)
      const total = poids.reduce((somme, nombre) => somme + nombre, 0)
      return reseaux.map(({ id, nom }, rang) => ({
        lettreId,
        cle: id,
        libelle: nom,
        heures: net(heuresDues * (total === 0 ? 1 / reseaux.length : (poids[rang] ?? 0) / total)),
      }))
    }),
  )

/** What a team is made of: the people of one bassin, of one network, of one département. */
export const regroupements = ['bassin', 'reseau', 'departement'] as const
export type Regroupement = (typeof regroupements)[number]

/** One person of a team against the team's mean. */
export interface Membre {
  lettreId: string
  agent: string
  roleAbrege: string
  quotite: number
  heuresDues: number
  etablissements: number
  gpds: number
  /** Établissements for a full time: what compares people of different quotités. */
  parTempsPlein: number
  /** `parTempsPlein` against the team's mean, in percent; null alone. */
  ecart: number | null
}

export interface Equipe {
  cle: string
  nom: string
  membres: Membre[]
  moyenne: { heuresDues: number; etablissements: number; gpds: number; parTempsPlein: number }
}

const moyenne = (valeurs: readonly number[]): number =>
  valeurs.length === 0 ? 0 : net(valeurs.reduce((total, valeur) => total + valeur, 0) / valeurs.length)

function groupesDe(service: ServiceDeLettre, par: Regroupement): { cle: string; nom: string }[] {
  if (par === 'reseau') return service.reseaux.map(({ id, nom }) => ({ cle: id, nom }))
  const nom = par === 'bassin' ? service.bassin : service.departement
  return nom === '' ? [] : [{ cle: nom, nom }]
}

/**
 * Teams of two people or more, each person against the mean (job description 004: « une équipe de 2 à 5 coordonnateurs
 * selon la taille du bassin »). Établissements are compared for a full time: 4 at 50 % weigh as 8 at 100 %.
 */
export function equipes(services: readonly ServiceDeLettre[], par: Regroupement): Equipe[] {
  const groupes = new Map<string, { nom: string; services: ServiceDeLettre[] }>()
  for (const service of services)
    for (const { cle, nom } of groupesDe(service, par)) {
      const groupe = groupes.get(cle) ?? { nom, services: [] }
      groupes.set(cle, groupe)
      groupe.services.push(service)
    }
  return [...groupes]
    .filter(([, { services: siens }]) => siens.length > 1)
    .map(([cle, { nom, services: siens }]) => equipe(cle, nom, siens))
    .sort((a, b) => (a.nom < b.nom ? -1 : 1))
}

function equipe(cle: string, nom: string, services: readonly ServiceDeLettre[]): Equipe {
  const chiffres = services.map((service) => ({
    ...service,
    nombre: service.etablissements.length,
    gpds: service.etablissements.filter((etablissement) => etablissement.gpds).length,
    parTempsPlein: net((service.etablissements.length * 100) / service.quotite),
  }))
  const moyenneEtp = moyenne(chiffres.map(({ parTempsPlein }) => parTempsPlein))
  return {
    cle,
    nom,
    membres: chiffres.map(({ lettreId, agent, roleAbrege, quotite, heuresDues, nombre, gpds, parTempsPlein }) => ({
      ...{ lettreId, agent, roleAbrege, quotite, heuresDues, gpds, parTempsPlein },
      etablissements: nombre,
      ecart: moyenneEtp === 0 ? null : Math.round((parTempsPlein / moyenneEtp - 1) * 100),
    })),
    moyenne: {
      heuresDues: moyenne(chiffres.map(({ heuresDues }) => heuresDues)),
      etablissements: moyenne(chiffres.map(({ nombre }) => nombre)),
      gpds: moyenne(chiffres.map(({ gpds }) => gpds)),
      parTempsPlein: moyenneEtp,
    },
  }
}

/** Beyond this gap to the mean, in percent, a person's load deserves a look (usage). */
export const ecartNotable = 25

/** An établissement as the coverage by letters sees it. */
export interface EtablissementCouvert {
  id: string
  nom: string
  uai: string
  commune: string
  agents: string[]
  reseaux: { id: string; nom: string }[]
}

export interface CouvertureDesLettres {
  /** Members of a network that no letter cites. */
  trous: EtablissementCouvert[]
  /** Cited by two letters or more of the same kind of rôle. */
  doubles: EtablissementCouvert[]
  /** Cited by a letter, member of none of its networks: to be attached, or an exception. */
  horsReseau: EtablissementCouvert[]
}

/** Holes and doubles of the letters over the networks, seen before printing. */
export function couvertureDesLettres(
  services: readonly ServiceDeLettre[],
  membres: readonly Omit<EtablissementCouvert, 'agents'>[],
): CouvertureDesLettres {
  const cites = services.flatMap((service) =>
    service.etablissements.map((etablissement) => ({ etablissement, service })),
  )
  const citesIds = new Set(cites.map(({ etablissement }) => etablissement.id))
  const parId = new Map<string, typeof cites>()
  for (const citation of cites)
    parId.set(citation.etablissement.id, [...(parId.get(citation.etablissement.id) ?? []), citation])
  const decrire = (citations: typeof cites): EtablissementCouvert[] => {
    const [premiere] = citations
    if (!premiere) return []
    const { id, nom, uai, commune } = premiere.etablissement
    const reseaux = new Map(citations.flatMap(({ service }) => service.reseaux.map((reseau) => [reseau.id, reseau])))
    const agents = [...new Set(citations.map(({ service }) => service.agent))]
    return [{ id, nom, uai, commune, agents, reseaux: [...reseaux.values()] }]
  }
  const memeRole = (citations: typeof cites): boolean =>
    new Set(citations.map(({ service }) => service.categorie)).size < citations.length &&
    new Set(citations.map(({ service }) => service.agentId)).size > 1
  return {
    trous: membres.filter(({ id }) => !citesIds.has(id)).map((membre) => ({ ...membre, agents: [] })),
    doubles: [...parId.values()].filter((citations) => citations.length > 1 && memeRole(citations)).flatMap(decrire),
    horsReseau: [...parId.values()].flatMap((citations) =>
      decrire(
        citations.filter(
          ({ etablissement, service }) =>
            service.reseaux.length > 0 && !service.reseaux.some(({ id }) => etablissement.membreDe.includes(id)),
        ),
      ),
    ),
  }
}
