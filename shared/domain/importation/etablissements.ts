import { plier, similarite } from '../../text'
import { analyserUai } from '../../uai'
import type { Etablissement } from '../etablissement/etablissement'
import type { Remarque } from './lecteur'

/** What the import needs of an établissement. */
export type EtablissementVu = Pick<Etablissement, 'id' | 'uai' | 'nom' | 'type' | 'commune' | 'etat'>

/** What a UAI and a name written side by side designate. */
export interface Designation {
  etablissement: EtablissementVu | null
  /** What must be said of the UAI and of the name. */
  surUai: Remarque[]
  surNom: Remarque[]
}

export interface Annuaire {
  readonly taille: number
  parUai: (uai: string) => EtablissementVu | undefined
  /** Those of exactly that name, folded. */
  parNom: (nom: string) => readonly EtablissementVu[]
  /** True for the folded name of a commune that has an établissement. */
  estCommune: (plie: string) => boolean
  /** The one whose name is nearest, or undefined when none is near. */
  proche: (nom: string) => EtablissementVu | undefined
}

/** Words that many établissements share: they do not tell one from the other. */
const motsCommuns = new Set(
  (
    'college clg lycee lyc lp lpo lgt lpa erea ecole centre cio information orientation professionnel professionnelle polyvalent general ' +
    'technologique technique enseignement section sep sgt prive public agricole metiers le la les de du des d l et en a au aux saint sainte st ste'
  ).split(' '),
)

const motsPropres = (nom: string): string[] =>
  plier(nom)
    .split(' ')
    .filter((mot) => mot !== '' && !motsCommuns.has(mot))

/** « LP La Champagne » and « Lycée professionnel la Champagne » name one place: the words that matter are the same. */
export function nomsAccordes(a: string, b: string): boolean {
  if (plier(a) === plier(b)) return true
  const [x, y] = [motsPropres(a), motsPropres(b)]
  const [court, long] = x.length <= y.length ? [x, new Set(y)] : [y, new Set(x)]
  return court.length > 0 ? court.every((mot) => long.has(mot)) || similarite(a, b) >= 0.75 : similarite(a, b) >= 0.6
}

export function indexerEtablissements(etablissements: readonly EtablissementVu[]): Annuaire {
  const uais = new Map(etablissements.map((etablissement) => [etablissement.uai, etablissement]))
  const noms = new Map<string, EtablissementVu[]>()
  const mots = new Map<string, EtablissementVu[]>()
  const communes = new Set(etablissements.map(({ commune }) => plier(commune)).filter(Boolean))
  const ranger = (index: Map<string, EtablissementVu[]>, cle: string, etablissement: EtablissementVu): void => {
    const liste = index.get(cle)
    if (liste) liste.push(etablissement)
    else index.set(cle, [etablissement])
  }
  for (const etablissement of etablissements) {
    ranger(noms, plier(etablissement.nom), etablissement)
    for (const mot of new Set(motsPropres(etablissement.nom))) ranger(mots, mot, etablissement)
  }
  return {
    taille: etablissements.length,
    estCommune: (plie) => communes.has(plie),
    parUai: (uai) => uais.get(uai),
    parNom: (nom) => noms.get(plier(nom)) ?? [],
    proche: (nom) => {
      const candidats = new Set(motsPropres(nom).flatMap((mot) => mots.get(mot) ?? []))
      const notes = [...candidats].slice(0, 300).map((candidat) => ({ candidat, note: similarite(candidat.nom, nom) }))
      const meilleur = notes.sort((a, b) => b.note - a.note)[0]
      return meilleur !== undefined && meilleur.note >= 0.6 ? meilleur.candidat : undefined
    },
  }
}

/** « Collège Gaël Taburet (Guipry-Messac) »; the commune is not repeated when the name says it. */
export const nommer = ({ nom, commune }: EtablissementVu): string => {
  const dit = commune === '' || ` ${plier(nom)} `.includes(` ${plier(commune)} `)
  return dit ? nom : `${nom} (${commune})`
}

const proposer = (etablissement: EtablissementVu): { suggestion: string; correction: string } => ({
  suggestion: `${etablissement.uai} – ${nommer(etablissement)}`,
  correction: etablissement.uai,
})

/** The UAI is unusable: what the key letter should be, and which établissement the row seems to mean. */
function uaiRefuse(
  annuaire: Annuaire,
  brut: string,
  nom: string,
  message: string,
  suggestion: string | undefined,
): Remarque[] {
  const [duNom, autre] = nom === '' ? [] : annuaire.parNom(nom)
  const seulDuNom = autre === undefined ? duNom : undefined
  const cible =
    (suggestion === undefined ? undefined : annuaire.parUai(suggestion)) ??
    seulDuNom ??
    (nom === '' ? undefined : annuaire.proche(nom))
  const cle =
    suggestion !== undefined && /^\d{7}[A-Z]$/.test(brut)
      ? `« ${brut} » : la lettre-clé devrait être ${suggestion.slice(7)}.`
      : message
  if (cible === undefined) {
    const suite =
      annuaire.taille === 0 ? ' Le registre n’a encore aucun établissement : importez d’abord l’annuaire.' : ''
    return [{ regle: 'uai.cle', gravite: 'bloquant', message: cle + suite, correction: suggestion }]
  }
  const accord = nom !== '' && nomsAccordes(cible.nom, nom) ? ', le nom écrit sur la ligne' : ''
  return [
    {
      regle: 'uai.cle',
      gravite: 'bloquant',
      message: `${cle} ${cible.uai} désigne ${nommer(cible)}${accord}.`,
      ...proposer(cible),
    },
  ]
}

function uaiInconnu(annuaire: Annuaire, uai: string, nom: string): Remarque[] {
  if (annuaire.taille === 0)
    return [
      {
        regle: 'uai.annuaire',
        gravite: 'bloquant',
        message: `${uai} : le registre n’a encore aucun établissement. Importez d’abord l’annuaire.`,
      },
    ]
  const cible = nom === '' ? undefined : (annuaire.parNom(nom)[0] ?? annuaire.proche(nom))
  const message = `${uai} est bien formé, mais n’est pas dans les établissements du registre.`
  if (cible === undefined)
    return [
      { regle: 'uai.inconnu', gravite: 'bloquant', message: `${message} Vérifiez le code ou complétez l’annuaire.` },
    ]
  return [
    {
      regle: 'uai.inconnu',
      gravite: 'bloquant',
      message: `${message} Le nom écrit ressemble à ${nommer(cible)}.`,
      ...proposer(cible),
    },
  ]
}

function sansUai(annuaire: Annuaire, nom: string): Designation {
  const exacts = annuaire.parNom(nom).filter(({ etat }) => etat === 'ouvert')
  const [seul, autre] = exacts
  if (seul !== undefined && autre === undefined) {
    const message = `L’UAI manque. Un seul établissement du registre porte ce nom : ${seul.uai}, ${nommer(seul)} ; il est retenu.`
    return {
      etablissement: seul,
      surUai: [{ regle: 'uai.deduit', gravite: 'information', message, ...proposer(seul) }],
      surNom: [],
    }
  }
  if (autre !== undefined) {
    const choix = exacts.map(({ uai, commune }) => `${uai} (${commune})`).join(', ')
    const message = `L’UAI manque et ${exacts.length} établissements portent ce nom : ${choix}. Écrivez le bon code.`
    return {
      etablissement: null,
      surUai: [{ regle: 'uai.manquant', gravite: 'bloquant', message, suggestion: choix }],
      surNom: [],
    }
  }
  const proche = annuaire.proche(nom)
  const message = `L’UAI manque et « ${nom} » n’est pas dans les établissements du registre.`
  const remarque: Remarque = { regle: 'uai.manquant', gravite: 'bloquant', message }
  if (proche === undefined) return { etablissement: null, surUai: [remarque], surNom: [] }
  const avecProche = {
    ...remarque,
    message: `${message} Le nom le plus proche est ${nommer(proche)}.`,
    ...proposer(proche),
  }
  return { etablissement: null, surUai: [avecProche], surNom: [] }
}

/**
 * Which établissement a UAI (any writing) and a name designate. The UAI decides; a wrong one is refused with the key it
 * should have and the établissement meant; a missing one is deduced from the name when exactly one open établissement has it.
 */
export function designer(annuaire: Annuaire, uaiBrut: string, nom: string): Designation {
  if (uaiBrut === '') return nom === '' ? { etablissement: null, surUai: [], surNom: [] } : sansUai(annuaire, nom)
  const lecture = analyserUai(uaiBrut)
  if (!lecture.ok)
    return {
      etablissement: null,
      surUai: uaiRefuse(annuaire, uaiBrut.trim().toUpperCase(), nom, lecture.message, lecture.suggestion),
      surNom: [],
    }
  const etablissement = annuaire.parUai(lecture.valeur)
  if (etablissement === undefined)
    return { etablissement: null, surUai: uaiInconnu(annuaire, lecture.valeur, nom), surNom: [] }
  const surUai: Remarque[] =
    lecture.remarque === undefined ? [] : [{ regle: 'uai.zero', gravite: 'information', message: lecture.remarque }]
  if (etablissement.etat === 'ferme')
    surUai.push({
      regle: 'uai.ferme',
      gravite: 'alerte',
      message: `${etablissement.uai}, ${nommer(etablissement)}, est fermé dans l’annuaire.`,
    })
  const surNom = nom === '' || nomsAccordes(etablissement.nom, nom) ? [] : [desaccord(annuaire, etablissement, nom)]
  return { etablissement, surUai, surNom }
}

function desaccord(annuaire: Annuaire, etablissement: EtablissementVu, nom: string): Remarque {
  const autre = annuaire.parNom(nom)[0] ?? annuaire.proche(nom)
  const message = `Le code ${etablissement.uai} désigne ${nommer(etablissement)}, pas « ${nom} ». Le code est retenu.`
  if (autre === undefined || autre.uai === etablissement.uai)
    return { regle: 'uai.nom', gravite: 'alerte', message, suggestion: etablissement.nom }
  return {
    regle: 'uai.nom',
    gravite: 'alerte',
    message,
    suggestion: `Si le nom est juste, le code est ${autre.uai}, ${nommer(autre)}.`,
  }
}

/** A code found in a list of établissements, with the words that follow it. */
export interface Cite {
  brut: string
  uai: string
  nom: string
}

/**
 * Parts a cell that lists établissements: « UAI Nom; UAI Nom », one a line, or « UAI, UAI ». An entry without code keeps its
 * name alone.
 */
export function separerCites(texte: string): Cite[] {
  const codes = /(?<![0-9A-Za-z])(?:\d{5,7}\s?[A-Za-z]|\d{7})(?![0-9A-Za-z])/gu
  const morceaux = texte.split(/[;\n]/u).flatMap((morceau) => {
    const nombre = [...morceau.matchAll(codes)].length
    return nombre > 1 ? morceau.split(/[,/]|\s(?=\d{7})/u) : [morceau]
  })
  return morceaux.flatMap((morceau) => {
    const brut = morceau.trim()
    if (brut === '') return []
    const code = [...brut.matchAll(codes)][0]?.[0] ?? ''
    const nom = brut.replace(code, '').replace(/^[\s,:–—-]+|[\s,:–—-]+$/gu, '')
    return [{ brut, uai: code.trim(), nom }]
  })
}
