import { departementDeUai } from '../../uai'
import { compte } from '../../nombres'
import { plier } from '../../text'
import { clesReseau } from '../reseau/cles'
import type { Reseau, ReseauMembre } from '../reseau/reseau'
import type { Vocabulaire } from '../vocabulaire/vocabulaire'
import { comparer, vide, type Montres } from './differences'
import { designer, nommer, separerCites, type Annuaire, type Designation, type EtablissementVu } from './etablissements'
import type { Ecriture } from './etat'
import type { Lecteur, Remarque } from './lecteur'
import type { Changement, LignePlanifiee } from './plan'
import { conclure, type Chantier, type Decision } from './planifier-feuille'

/** A row of a sheet of networks, as understood. */
interface ReseauDeLaLigne {
  code: string
  nom: string
  type: Vocabulaire | null
  tete: EtablissementVu | null
  animateur: string
  membres: EtablissementVu[]
}

/** Plans a sheet of networks: their head, their animateur, their members listed in one cell. */
export function* planifierReseaux(chantier: Chantier): Generator<undefined, LignePlanifiee[]> {
  const lignes: LignePlanifiee[] = []
  const dejaLus = new Map<string, Lecteur>()
  const reseauDuMembre = new Map<string, string>()
  const defaut = typeParDefaut(chantier)
  for (const lecteur of chantier.lecteurs) {
    const lu = lireReseau(chantier, lecteur, defaut)
    signalerPartages(lecteur, lu, reseauDuMembre)
    const premier = dejaLus.get(plier(lu.code))
    if (premier === undefined) dejaLus.set(plier(lu.code), lecteur)
    else lecteur.signaler('code', doublonDe(premier))
    lignes.push(
      conclure(
        chantier,
        lecteur,
        premier === undefined ? decider(chantier, lecteur, lu) : { titre: titreDe(lu), doublon: true },
      ),
    )
    yield
  }
  return lignes
}

const titreDe = ({ code, nom }: Pick<ReseauDeLaLigne, 'code' | 'nom'>): string =>
  code === nom ? nom : `${code} ${nom}`

const doublonDe = (premier: Lecteur): Remarque => ({
  regle: 'reseaux.doublon',
  gravite: 'alerte',
  message: `Le même réseau est déjà à la ligne ${premier.numero} : cette ligne est laissée de côté.`,
})

/** Without a column, the sheet's own name or the codes say the kind of network; FOQUALE otherwise. */
function typeParDefaut({ feuille, lecteurs, termes, etat, signaler, entetes }: Chantier): Vocabulaire | null {
  if ('type' in entetes.colonnes) return null
  const mots = [
    feuille.nom,
    ...lecteurs.slice(0, 3).map((lecteur) => lecteur.texte('code').replace(/[^\p{L}].*$/u, '')),
  ]
  const nomme = mots
    .flatMap((texte) => [texte, ...plier(texte).split(' ')])
    .flatMap((mot) => termes.trouver('typeReseau', mot) ?? [])
  const parCategorie = etat.registre.vocabulaires.find(
    ({ liste, categorie, actif }) => liste === 'typeReseau' && categorie === 'foquale' && actif === 1,
  )
  const type = nomme.find(({ categorie }) => categorie !== 'autre') ?? parCategorie ?? null
  if (type !== null)
    signaler('', feuille.nom, {
      regle: 'reseaux.type',
      gravite: 'information',
      message: `La feuille n’a pas de colonne « Type » : ses réseaux sont pris pour des réseaux de type « ${type.abrege ?? type.libelle} ».`,
    })
  return type
}

function lireReseau({ annuaire, termes }: Chantier, lecteur: Lecteur, defaut: Vocabulaire | null): ReseauDeLaLigne {
  const code = lecteur.texte('code') || lecteur.texte('nom')
  const nom = lecteur.texte('nom').replace(/^réseau\s+/iu, '') || code
  if (code === '')
    lecteur.signaler('code', { regle: 'reseaux.code', gravite: 'bloquant', message: 'Le réseau n’a ni code ni nom.' })
  const texteType = lecteur.texte('type')
  const type = (texteType === '' ? defaut : termes.trouver('typeReseau', texteType)) ?? defaut
  if (type === null)
    lecteur.signaler('type', {
      regle: 'reseaux.type',
      gravite: 'bloquant',
      message: `« ${texteType} » n’est pas un type de réseau de l’académie.`,
    })
  if (lecteur.texte('observations') !== '')
    lecteur.signaler('observations', {
      regle: 'reseaux.observations',
      gravite: 'information',
      message: 'Un réseau n’a pas d’observations dans le registre : ce texte n’est pas repris.',
    })
  const tete = lireTete(lecteur, (uai, nom) => designer(annuaire, uai, nom))
  const membres = lireMembres(lecteur, (uai, nom) => designer(annuaire, uai, nom))
  if (tete !== null && membres.length > 0 && !membres.includes(tete))
    lecteur.signaler('tete', {
      regle: 'reseaux.teteMembre',
      gravite: 'alerte',
      message: `La tête de réseau ${tete.uai}, ${nommer(tete)}, n’est pas dans la liste des membres.`,
    })
  if (tete !== null) controlerLieu(annuaire, lecteur, nom, tete)
  return { code, nom, type, tete, animateur: lecteur.texte('animateur'), membres }
}

/** A network named after communes whose head is elsewhere: possible, but worth a look. */
function controlerLieu(annuaire: Annuaire, lecteur: Lecteur, nom: string, tete: EtablissementVu): void {
  const communes = nom
    .split(/\s[-–/]\s|,|\bet\b/u)
    .map(plier)
    .filter((commune) => annuaire.estCommune(commune))
  if (communes.length === 0 || tete.commune === '' || communes.includes(plier(tete.commune))) return
  lecteur.signaler('tete', {
    regle: 'reseaux.lieu',
    gravite: 'information',
    message: `La tête du réseau ${nom}, ${tete.uai} ${tete.nom}, est à ${tete.commune} : vérifiez.`,
  })
}

/** A wrong head or member does not keep the network out: it is reported and left aside. */
const attenuer = (remarque: Remarque): Remarque =>
  remarque.gravite === 'bloquant'
    ? { ...remarque, gravite: 'alerte', message: `${remarque.message} Il n’est pas repris.` }
    : remarque

function lireTete(lecteur: Lecteur, chercher: (uai: string, nom: string) => Designation): EtablissementVu | null {
  const [cite] = separerCites(lecteur.texte('tete'))
  if (cite === undefined) return null
  const { etablissement, surUai, surNom } = chercher(cite.uai, cite.nom)
  for (const remarque of [...surUai, ...surNom]) lecteur.signaler('tete', attenuer(remarque))
  if (etablissement !== null) lecteur.comprendre('tete', `${etablissement.uai} ${nommer(etablissement)}`)
  return etablissement
}

function lireMembres(lecteur: Lecteur, chercher: (uai: string, nom: string) => Designation): EtablissementVu[] {
  const texte = lecteur.texte('membres')
  const membres: EtablissementVu[] = []
  for (const cite of separerCites(texte)) {
    const { etablissement, surUai, surNom } = chercher(cite.uai, cite.nom)
    for (const remarque of [...surUai, ...surNom]) {
      const correction =
        remarque.correction === undefined || cite.uai === '' ? undefined : texte.replace(cite.uai, remarque.correction)
      const message = remarque.message.includes(cite.brut) ? remarque.message : `« ${cite.brut} » : ${remarque.message}`
      lecteur.signaler('membres', { ...attenuer({ ...remarque, message }), correction })
    }
    if (etablissement === null) continue
    if (!membres.includes(etablissement)) membres.push(etablissement)
    else
      lecteur.signaler('membres', {
        regle: 'reseaux.membreDouble',
        gravite: 'alerte',
        message: `${etablissement.uai}, ${nommer(etablissement)}, est cité deux fois : repris une fois.`,
      })
  }
  if (membres.length > 0) lecteur.comprendre('membres', compte(membres.length, 'établissement'))
  else if (lecteur.aColonne('membres'))
    lecteur.signaler('membres', {
      regle: 'reseaux.sansMembre',
      gravite: 'alerte',
      message: 'Aucun établissement membre n’a été reconnu.',
    })
  return membres
}

/** An établissement may be in two networks, but that deserves a look (coverage, metier.md § 2.1). */
function signalerPartages(
  lecteur: Lecteur,
  { code, membres }: ReseauDeLaLigne,
  reseauDuMembre: Map<string, string>,
): void {
  for (const membre of membres) {
    const autre = reseauDuMembre.get(membre.id)
    reseauDuMembre.set(membre.id, code)
    if (autre !== undefined && autre !== code)
      lecteur.signaler('membres', {
        regle: 'reseaux.partage',
        gravite: 'alerte',
        message: `${membre.uai}, ${nommer(membre)}, est aussi membre du réseau ${autre}.`,
      })
  }
}

function montresDe(chantier: Chantier): Montres<Reseau> {
  const { annuaire, etat } = chantier
  const etablissement = (id: string | null): string => {
    const trouve = etat.registre.etablissements.find((candidat) => candidat.id === id)
    return trouve === undefined ? '—' : (annuaire.parUai(trouve.uai)?.nom ?? '—')
  }
  const type = (id: string): string => etat.registre.vocabulaires.find((terme) => terme.id === id)?.libelle ?? '—'
  return {
    nom: { libelle: 'Réseau', colonne: 'nom', texte: vide },
    typeId: { libelle: 'Type', colonne: 'type', texte: type },
    teteId: { libelle: 'Tête de réseau', colonne: 'tete', texte: etablissement },
    animateur: { libelle: 'Animateur', colonne: 'animateur', texte: vide },
  }
}

function decider(chantier: Chantier, lecteur: Lecteur, lu: ReseauDeLaLigne): Decision {
  const titre = titreDe(lu)
  const { etat } = chantier
  if (lu.code === '' || lu.type === null) return { titre }
  const existant = etat.lignes('reseau').find(({ code }) => plier(code) === plier(lu.code))
  if (existant === undefined) {
    const reseau = creerReseau(chantier, lu, lu.type)
    const ajout: Ecriture = { table: 'reseau', genre: 'ajout', valeurs: reseau }
    return { titre, nouveau: true, ecritures: [ajout, ...ajouts(chantier, reseau.id, lu.membres).ecritures] }
  }
  const donnes: Partial<Reseau> = {
    nom: lu.nom,
    ...(lecteur.aColonne('type') && { typeId: lu.type.id }),
    ...(lu.tete !== null && { teteId: lu.tete.id }),
    ...(lu.animateur !== '' && { animateur: lu.animateur }),
  }
  const { champs, changements } = comparer(existant, donnes, montresDe(chantier))
  const membres = ajouts(chantier, existant.id, lu.membres)
  const ecritures: Ecriture[] = []
  if (changements.length > 0) {
    const cles = clesReseau({ ...existant, ...champs })
    ecritures.push({ table: 'reseau', genre: 'modification', id: existant.id, champs: { ...champs, ...cles } })
  }
  return {
    titre,
    changements: [...changements, ...membres.changements],
    ecritures: [...ecritures, ...membres.ecritures],
  }
}

function creerReseau({ etat }: Chantier, { code, nom, tete, animateur }: ReseauDeLaLigne, type: Vocabulaire): Reseau {
  const fiche = { code, nom, bassin: '' }
  return {
    ...fiche,
    id: etat.newId(),
    typeId: type.id,
    departement: tete === null ? null : departementDeUai(tete.uai),
    teteId: tete?.id ?? null,
    animateur,
    problematique: '',
    actif: 1,
    ...clesReseau(fiche),
  }
}

/** Members to add from the first day of the school year; those that the file no longer lists stay: an import never removes. */
function ajouts(
  { etat }: Chantier,
  reseauId: string,
  membres: readonly EtablissementVu[],
): { ecritures: Ecriture[]; changements: Changement[] } {
  const { debutLe, finLe } = etat.registre.annee
  const presents = etat
    .lignes('reseauMembre')
    .filter(
      (membre) =>
        membre.reseauId === reseauId && (membre.finLe === null || membre.finLe >= debutLe) && membre.debutLe <= finLe,
    )
  const nouveaux = membres.filter(({ id }) => !presents.some(({ etablissementId }) => etablissementId === id))
  const ecritures = nouveaux.map(({ id }): Ecriture => {
    const membre: ReseauMembre = { id: etat.newId(), reseauId, etablissementId: id, debutLe, finLe: null }
    return { table: 'reseauMembre', genre: 'ajout', valeurs: membre }
  })
  const changements = nouveaux.map((membre) => ({
    champ: 'membres',
    libelle: 'Membre',
    avant: '—',
    apres: `${membre.uai} ${nommer(membre)}`,
  }))
  return { ecritures, changements }
}
