import type { Etablissement } from '../../../shared/domain/etablissement/etablissement'
import type { Reseau, ReseauMembre } from '../../../shared/domain/reseau/reseau'
import { cleRecherche, cleTri } from '../../../shared/text'
import { lettreCleAttendue } from '../../../shared/uai'
import type { Modele } from './modele'
import type { Tirage } from './tirage'

export interface Chantier {
  modele: Modele
  tirage: Tirage
  newId: () => string
  /** Identifier of a vocabulary term by its list and code. */
  terme: (liste: string, code: string) => string
}

export interface Territoire {
  etablissements: Etablissement[]
  reseaux: Reseau[]
  membres: ReseauMembre[]
}

type Bassin = Modele['bassins'][number]
interface Genre {
  type: string
  nature: string
  prefixe: string
  nombre: number
  secteur: 'public' | 'prive'
  voies: [0 | 1, 0 | 1, 0 | 1]
}

/** 37 or 38 établissements a bassin, 300 in all. */
const genres: readonly Genre[] = [
  { type: 'Collège', nature: 'COLLEGE', prefixe: 'Collège', nombre: 20, secteur: 'public', voies: [0, 0, 0] },
  { type: 'Collège', nature: 'COLLEGE', prefixe: 'Collège privé', nombre: 5, secteur: 'prive', voies: [0, 0, 0] },
  {
    type: 'Lycée',
    nature: 'LYCEE ENSEIGNT GENERAL ET TECHNOLOGIQUE',
    prefixe: 'Lycée',
    nombre: 4,
    secteur: 'public',
    voies: [1, 1, 0],
  },
  {
    type: 'Lycée',
    nature: 'LYCEE POLYVALENT',
    prefixe: 'Lycée polyvalent',
    nombre: 2,
    secteur: 'public',
    voies: [1, 1, 1],
  },
  {
    type: 'Lycée',
    nature: 'LYCEE PROFESSIONNEL',
    prefixe: 'Lycée professionnel',
    nombre: 4,
    secteur: 'public',
    voies: [0, 0, 1],
  },
  {
    type: 'EREA',
    nature: 'ETAB REGIONAL/LYCEE ENSEIGNEMENT ADAPTE',
    prefixe: 'EREA',
    nombre: 1,
    secteur: 'public',
    voies: [0, 0, 1],
  },
  {
    type: 'Information et orientation',
    nature: 'CENTRE D INFORMATION ET D ORIENTATION',
    prefixe: 'CIO',
    nombre: 1,
    secteur: 'public',
    voies: [0, 0, 0],
  },
]
const totalEtablissements = 300
/** Since when the networks stand as they are. */
const reseauxDepuisLe = '2024-09-01'

/** Établissements, FOQUALE networks (one a bassin) and PSAD (one a département). */
export function construireTerritoire(chantier: Chantier): Territoire {
  const { modele } = chantier
  const numeros = new Map<string, number>()
  const parBassin = modele.bassins.map((bassin, rang) => ({
    bassin,
    liste: etablissementsDe(chantier, bassin, rang, numeros),
  }))
  const foquale = parBassin.map(({ bassin, liste }, rang) => reseauFoquale(chantier, bassin, rang, liste))
  const psad = modele.departements.map((departement) =>
    plateforme(
      chantier,
      departement,
      parBassin.filter(({ bassin }) => bassin.departement === departement.code).flatMap(({ liste }) => liste),
    ),
  )
  return {
    etablissements: parBassin.flatMap(({ liste }) => liste),
    reseaux: [...foquale, ...psad].map(({ reseau }) => reseau),
    membres: [...foquale, ...psad].flatMap(({ membres }) => membres),
  }
}

function etablissementsDe(
  chantier: Chantier,
  bassin: Bassin,
  rang: number,
  numeros: Map<string, number>,
): Etablissement[] {
  // 8 bassins × 37 make 296; the first four take one collège more.
  const enPlus = rang < totalEtablissements - 8 * genres.reduce((total, { nombre }) => total + nombre, 0) ? 1 : 0
  return genres.flatMap((genre, index) =>
    Array.from({ length: genre.nombre + (index === 0 ? enPlus : 0) }, (_, ordre) => {
      const numero = (numeros.get(bassin.departement) ?? 0) + 1
      numeros.set(bassin.departement, numero)
      return etablissement(chantier, bassin, genre, { rang, ordre, numero })
    }),
  )
}

function etablissement(
  { modele, tirage, newId }: Chantier,
  bassin: Bassin,
  genre: Genre,
  { rang, ordre, numero }: { rang: number; ordre: number; numero: number },
): Etablissement {
  const chiffres = `${bassin.departement}${String(numero).padStart(4, '0')}`
  const uai = `${chiffres}${lettreCleAttendue(chiffres) ?? ''}`
  const commune = genre.type === 'Information et orientation' ? (bassin.communes[0] ?? '') : tirage.one(bassin.communes)
  const nom = nomDe(modele, genre, commune, rang * 7 + ordre)
  const rep = genre.type === 'Collège' && genre.secteur === 'public' && tirage.below(5) === 0
  return {
    id: newId(),
    uai,
    nom,
    type: genre.type,
    nature: genre.nature,
    secteur: genre.secteur,
    adresse: `${String(1 + tirage.below(90))}, rue des Écoles`,
    codePostal: `${bassin.departement.slice(1)}${String(100 + tirage.below(800))}`,
    commune,
    departement: bassin.departement,
    academieCode: modele.academie.code,
    telephone: `09 80 ${String(10 + tirage.below(89))} ${String(10 + tirage.below(89))} 00`,
    courriel: `ce.${uai.toLowerCase()}@ac-valombre.example`,
    bassinCode: bassin.code,
    bassinNom: bassin.nom,
    zapCode: '',
    zapNom: '',
    educationPrioritaire: rep ? tirage.one(['REP', 'REP', 'REP+']) : '',
    voieGenerale: genre.voies[0],
    voieTechnologique: genre.voies[1],
    voieProfessionnelle: genre.voies[2],
    segpa: genre.type === 'Collège' && tirage.below(4) === 0 ? 1 : 0,
    ulis: tirage.below(3) === 0 ? 1 : 0,
    nombreEleves:
      genre.type === 'Information et orientation' ? null : 220 + tirage.below(genre.type === 'Lycée' ? 1100 : 520),
    latitude: null,
    longitude: null,
    ouvertLe: '1985-09-01',
    etat: 'ouvert',
    fermeLe: null,
    annuaireLe: '2026-06-08',
    cleTri: cleTri(nom),
    cleRecherche: cleRecherche(`${uai} ${nom} ${commune}`),
  }
}

function nomDe(modele: Modele, genre: Genre, commune: string, rang: number): string {
  if (genre.type === 'Information et orientation') return `${genre.prefixe} ${avecDe(commune)}`
  const noms = genre.type === 'Lycée' ? modele.nomsLycee : modele.nomsEtablissement
  return `${genre.prefixe} ${noms[rang % noms.length] ?? ''}`
}

/** « de Valombre », « d’Ardène »: how a commune follows what it owns. */
const avecDe = (commune: string): string => (/^[aeéèêiouy]/i.test(commune) ? `d’${commune}` : `de ${commune}`)

/** All public collèges and lycées of the bassin, headed by its polyvalent; a few are left out, as in life. */
function reseauFoquale(
  chantier: Chantier,
  bassin: Bassin,
  rang: number,
  liste: Etablissement[],
): { reseau: Reseau; membres: ReseauMembre[] } {
  const membres = liste.filter(({ secteur, type }) => secteur === 'public' && type !== 'Information et orientation')
  const tete = membres.find(({ nature }) => nature === 'LYCEE POLYVALENT') ?? membres[0]
  const retenus = rang % 3 === 2 ? membres.slice(1) : membres
  return reseau(chantier, {
    code: `FOQ-${bassin.code}`,
    nom: bassin.nom,
    typeCode: 'FOQUALE',
    departement: bassin.departement,
    bassin: bassin.nom,
    tete,
    membres: retenus,
  })
}

function plateforme(
  chantier: Chantier,
  departement: Modele['departements'][number],
  liste: Etablissement[],
): { reseau: Reseau; membres: ReseauMembre[] } {
  const cio = liste.filter(({ type }) => type === 'Information et orientation')
  const lycees = liste.filter(({ type, secteur }) => type === 'Lycée' && secteur === 'public')
  return reseau(chantier, {
    code: `PSAD-${departement.code}`,
    nom: departement.psad,
    typeCode: 'PSAD',
    departement: departement.code,
    bassin: departement.nom,
    tete: cio[0],
    membres: [...cio, ...lycees],
  })
}

function reseau(
  { newId, terme, tirage, modele }: Chantier,
  faits: {
    code: string
    nom: string
    typeCode: string
    departement: string
    bassin: string
    tete: Etablissement | undefined
    membres: Etablissement[]
  },
): { reseau: Reseau; membres: ReseauMembre[] } {
  const id = newId()
  const madame = tirage.below(2) === 0
  return {
    reseau: {
      id,
      code: faits.code,
      nom: faits.nom,
      typeId: terme('typeReseau', faits.typeCode),
      departement: faits.departement,
      bassin: faits.bassin,
      teteId: faits.tete?.id ?? null,
      animateur: `${madame ? 'Mme' : 'M.'} ${tirage.one(modele.noms)}`,
      problematique:
        'Repérer plus tôt les absences lourdes de seconde professionnelle et y répondre avant les vacances d’automne.',
      actif: 1,
      cleTri: cleTri(faits.nom),
      cleRecherche: cleRecherche(`${faits.code} ${faits.nom}`),
    },
    membres: faits.membres.map((membre) => ({
      id: newId(),
      reseauId: id,
      etablissementId: membre.id,
      debutLe: reseauxDepuisLe,
      finLe: null,
    })),
  }
}
