import { ajouterJours, analyserJour, formatJour, joursEntre } from '../../dates'
import { analyserHeures, analyserPourcent, compte, formatHeures, formatPourcent } from '../../nombres'
import { usages } from '../lettre-de-mission/controle'
import type { Vocabulaire } from '../vocabulaire/vocabulaire'
import { lireIdentite } from './agents-lecture'
import { designer, nommer, separerCites, type EtablissementVu } from './etablissements'
import type { Lecteur, Remarque } from './lecteur'
import type { IdentiteLue } from './personnes'
import type { Chantier } from './planifier-feuille'

/** Hours of one domaine or axe. */
interface HeuresLues {
  terme: Vocabulaire
  heures: number
}

/** A row of a sheet of letters, as understood. */
export interface LettreLue extends IdentiteLue {
  lecteur: Lecteur
  roleId: string | null
  etablissements: EtablissementVu[]
  heures: HeuresLues[]
  /** Σ of the hours by domain, null when the row gives none. */
  somme: number | null
  envoyeeLe: string | null
  signeeLe: string | null
  pourcentageFse: number | null
  /** What the register has no field for, kept as a remark. */
  observations: string
}

export function lireLettre(chantier: Chantier, lecteur: Lecteur): LettreLue {
  const identite = lireIdentite(lecteur)
  const heures = lireHeuresParDomaine(chantier, lecteur)
  const somme =
    heures.length === 0 ? null : Number(heures.reduce((total, { heures: part }) => total + part, 0).toFixed(4))
  controlerTotal(lecteur, somme)
  const envoyeeLe = lireDate(lecteur, 'envoyee', chantier)
  const { jour: signeeLe, mention } = lireSignature(lecteur, chantier, envoyeeLe)
  const fonction = lecteur.texte('fonction')
  return {
    ...identite,
    lecteur,
    roleId: fonction === '' ? null : (chantier.termes.trouver('role', fonction)?.id ?? null),
    etablissements: lireEtablissements(chantier, lecteur),
    heures,
    somme,
    envoyeeLe,
    signeeLe,
    pourcentageFse: lirePartFse(lecteur),
    observations: [lecteur.texte('observations'), mention].filter(Boolean).join('\n'),
  }
}

function lireHeuresParDomaine({ etat, entetes }: Chantier, lecteur: Lecteur): HeuresLues[] {
  return Object.keys(entetes.colonnes).flatMap((champ) => {
    const [liste, code] = champ.split(':')
    const terme = etat.registre.vocabulaires.find((candidat) => candidat.liste === liste && candidat.code === code)
    const heures = terme === undefined ? null : lecteur.lire(champ, analyserHeures)
    return terme === undefined || heures === null ? [] : [{ terme, heures }]
  })
}

/** The total is added up again; one typed by hand, or saved by the spreadsheet, is compared. */
function controlerTotal(lecteur: Lecteur, somme: number | null): void {
  const cellule = lecteur.cellules().find(({ champ }) => champ === 'total')
  if (cellule === undefined || somme === null) return
  lecteur.comprendre('total', formatHeures(somme))
  if (cellule.brut === '' || cellule.brut.startsWith('=')) return
  const ecrit = analyserHeures(cellule.brut)
  if (ecrit.ok && ecrit.valeur === somme) return
  lecteur.signaler('total', {
    regle: 'lettres.total',
    gravite: 'alerte',
    message: `Le total écrit, « ${cellule.brut} », n’est pas la somme des heures : ${formatHeures(somme)}. C’est la somme qui compte.`,
    correction: String(somme).replace('.', ','),
  })
}

function lireDate(lecteur: Lecteur, champ: string, { etat }: Chantier): string | null {
  const jour = lecteur.lire(champ, analyserJour)
  if (jour !== null) {
    lecteur.comprendre(champ, formatJour(jour))
    controlerDate(lecteur, champ, jour, etat.registre)
  }
  return jour
}

/** Letters of a year are prepared from the spring before (metier.md § 3.4, calendar). */
function controlerDate(
  lecteur: Lecteur,
  champ: string,
  jour: string,
  { annee, aujourdhui }: Chantier['etat']['registre'],
): void {
  if (jour > aujourdhui)
    lecteur.signaler(champ, {
      regle: 'lettres.date',
      gravite: 'alerte',
      message: `Le ${formatJour(jour)} est un jour à venir.`,
    })
  else if (jour < ajouterJours(annee.debutLe, -150) || jour > annee.finLe)
    lecteur.signaler(champ, {
      regle: 'lettres.date',
      gravite: 'alerte',
      message: `Le ${formatJour(jour)} est loin de l’année scolaire ${annee.id}.`,
    })
}

/** A date, or words (« relancé », « ? ») which say that the signature is still awaited: they are kept as a remark. */
function lireSignature(
  lecteur: Lecteur,
  chantier: Chantier,
  envoyeeLe: string | null,
): { jour: string | null; mention: string } {
  const texte = lecteur.texte('signee')
  if (texte !== '' && !/\d/.test(texte)) {
    lecteur.signaler('signee', {
      regle: 'lettres.signature',
      gravite: 'alerte',
      message: `« ${texte} » n’est pas une date : la lettre est prise pour non signée, et la mention est gardée dans ses observations.`,
      suggestion: 'La date de signature, quand elle sera connue.',
    })
    return { jour: null, mention: `Signature : « ${texte} ».` }
  }
  const jour = lireDate(lecteur, 'signee', chantier)
  if (jour === null && texte === '' && envoyeeLe !== null) {
    const depuis = joursEntre(envoyeeLe, chantier.etat.registre.aujourdhui)
    lecteur.signaler('signee', {
      regle: 'lettres.sansSignature',
      gravite: depuis > usages.delaiSignatureJours ? 'alerte' : 'information',
      message: `Envoyée le ${formatJour(envoyeeLe)}, sans date de signature depuis ${compte(depuis, 'jour')}.`,
    })
  }
  if (jour !== null && envoyeeLe !== null && jour < envoyeeLe)
    lecteur.signaler('signee', {
      regle: 'lettres.ordre',
      gravite: 'alerte',
      message: `Signée le ${formatJour(jour)}, avant son envoi du ${formatJour(envoyeeLe)}.`,
    })
  return { jour, mention: '' }
}

function lirePartFse(lecteur: Lecteur): number | null {
  const pourcentage = lecteur.lire('fse', analyserPourcent)
  if (pourcentage === null || pourcentage === 0) return null
  lecteur.comprendre('fse', formatPourcent(pourcentage))
  return pourcentage
}

/** A wrong établissement is left aside and said; the letter keeps the others. */
function lireEtablissements({ annuaire }: Chantier, lecteur: Lecteur): EtablissementVu[] {
  const texte = lecteur.texte('etablissements')
  const trouves: EtablissementVu[] = []
  for (const cite of separerCites(texte)) {
    const { etablissement, surUai, surNom } = designer(annuaire, cite.uai, cite.nom)
    for (const remarque of [...surUai, ...surNom])
      lecteur.signaler('etablissements', attenuer(remarque, cite.uai, texte))
    if (etablissement === null) continue
    if (!trouves.includes(etablissement)) trouves.push(etablissement)
    else
      lecteur.signaler('etablissements', {
        regle: 'lettres.etablissementDouble',
        gravite: 'alerte',
        message: `${etablissement.uai}, ${nommer(etablissement)}, est cité deux fois : repris une fois.`,
      })
  }
  if (trouves.length > 0) lecteur.comprendre('etablissements', trouves.map(({ nom }) => nom).join(' ; '))
  else if (lecteur.aColonne('etablissements'))
    lecteur.signaler('etablissements', {
      regle: 'lettres.sansEtablissement',
      gravite: 'alerte',
      message: 'Aucun établissement d’intervention n’a été reconnu.',
    })
  return trouves
}

function attenuer(remarque: Remarque, uai: string, texte: string): Remarque {
  if (remarque.gravite !== 'bloquant') return remarque
  const correction =
    remarque.correction === undefined || uai === '' ? undefined : texte.replace(uai, remarque.correction)
  return {
    ...remarque,
    gravite: 'alerte',
    message: `${remarque.message} Il n’est pas repris dans la lettre.`,
    correction,
  }
}
