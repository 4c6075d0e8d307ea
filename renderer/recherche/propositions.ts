import { useMemo } from 'react'
import { afficherTouches, commande, nomsCommandes } from '../../shared/commandes'
import { champsRecherche } from '../../shared/domain/recherche/champs'
import { chercherFiches, listerValeurs, relireFiches } from '../../shared/domain/recherche/recherche.contract'
import { champsCommencantPar, completer, finDeSaisie } from '../../shared/domain/recherche/requete'
import { compte, formatNombre } from '../../shared/nombres'
import { cleRecherche, correspond } from '../../shared/text'
import { executer } from '../commandes/executer'
import { useOperation } from '../ipc/use-operation'
import { screens } from '../routes'
import { useSession } from '../session'
import { navigate, type NavEntry } from '../ui/router'
import { genres } from './genres'
import { fichesRecentes } from './recents'

export interface Proposition {
  cle: string
  titre: string
  detail?: string
  touches?: string
  icone?: NavEntry['icon']
  /** What Enter does: leaves the search, or goes on with another text. */
  choisir: () => void
  reste?: boolean
}

export interface GroupePropose {
  titre: string
  propositions: Proposition[]
}

interface Saisie {
  texte: string
  ecrire: (texte: string) => void
  limite: number
  elargir: () => void
}

/** Everything that answers what is typed, by kind; before anything is typed, what was seen lately. */
export function usePropositions(saisie: Saisie) {
  const { texte } = saisie
  const { registre, anneeId } = useSession()
  const active = registre !== null && anneeId !== ''
  const { data, isFetching, error } = useOperation(
    chercherFiches,
    { texte, anneeId, limite: saisie.limite },
    { enabled: active, keepPrevious: true },
  )
  const vide = texte.trim() === ''
  const completions = useCompletions(saisie, anneeId, active)
  const recentes = useRecentes(registre?.chemin, anneeId, vide && active)
  const fiches = (vide ? [] : (data?.groupes ?? [])).map(({ genre, total, fiches }): GroupePropose => {
    const { titre, icone, route } = genres[genre]
    const propositions = fiches.map(({ id, ...fiche }): Proposition => ({
      cle: `${genre} ${id}`,
      ...fiche,
      icone,
      choisir: () => navigate(route.href({ id })),
    }))
    const restent = total - fiches.length
    if (restent > 0 && saisie.limite < 50) {
      const titre = `Afficher plus de résultats (${compte(restent, 'autre')})`
      propositions.push({ cle: `${genre} plus`, titre, choisir: saisie.elargir, reste: true })
    }
    return { titre: `${titre} (${formatNombre(total)})`, propositions }
  })
  const ecransTrouves = useMemo(() => ecrans(texte, active), [texte, active])
  const actionsTrouvees = useMemo(() => actions(texte, active), [texte, active])
  // The values of a field come first; the name of a field after what its letters already find, which Enter opens.
  const nommee = finDeSaisie(texte)?.champ != null
  const groupes = vide
    ? [recentes, ecransTrouves, actionsTrouvees]
    : [...(nommee ? [completions] : []), ecransTrouves, ...fiches, ...(nommee ? [] : [completions]), actionsTrouvees]
  return {
    groupes: groupes.filter(({ propositions }) => propositions.length > 0),
    remarque: vide ? null : (data?.remarque ?? null),
    approche: !vide && data?.approche === true,
    nombre: vide ? 0 : (data?.groupes ?? []).reduce((somme, { total }) => somme + total, 0),
    enCours: isFetching,
    error,
  }
}

function useCompletions({ texte, ecrire }: Saisie, anneeId: string, active: boolean): GroupePropose {
  const fin = finDeSaisie(texte)
  const champ = fin?.champ ?? null
  const valeurs = useOperation(
    listerValeurs,
    { champ: champ ?? 'commune', debut: fin?.champ ? fin.valeur : '', anneeId },
    { enabled: active && champ !== null, keepPrevious: true },
  ).data
  if (!fin || !active) return { titre: '', propositions: [] }
  if (fin.champ === null) {
    const champs = champsCommencantPar(fin.nom).map((cle): Proposition => ({
      cle: `champ ${cle}`,
      titre: `${champsRecherche[cle].nom} :`,
      detail: champsRecherche[cle].sens,
      choisir: () => ecrire(`${fin.avant}${champsRecherche[cle].nom}:`),
      reste: true,
    }))
    return { titre: 'Chercher dans un champ', propositions: champs }
  }
  const { avant, valeur: debut, champ: nomme } = fin
  const propositions = (valeurs ?? [])
    .filter(({ valeur }) => cleRecherche(valeur) !== cleRecherche(debut))
    .map(({ valeur, nombre }): Proposition => ({
      cle: `valeur ${valeur}`,
      titre: `${champsRecherche[nomme].nom} : ${valeur}`,
      ...(nombre > 0 && { detail: compte(nombre, 'fiche') }),
      choisir: () => ecrire(`${completer(avant, nomme, valeur)} `),
      reste: true,
    }))
  return { titre: 'Compléter', propositions }
}

function useRecentes(chemin: string | undefined, anneeId: string, enabled: boolean): GroupePropose {
  const fiches = useMemo(() => (chemin === undefined ? [] : fichesRecentes(chemin)), [chemin])
  const { data = [] } = useOperation(relireFiches, { fiches, anneeId }, { enabled: enabled && fiches.length > 0 })
  const propositions = (enabled ? data : []).map(({ genre, id, titre, detail }): Proposition => {
    const { icone, route } = genres[genre]
    return { cle: `${genre} ${id}`, titre, detail, icone, choisir: () => navigate(route.href({ id })) }
  })
  return { titre: 'Vues récemment', propositions }
}

/** Screens that need no record, by the words of their name. */
function ecrans(texte: string, active: boolean): GroupePropose {
  const propositions = screens
    .filter(({ route, withoutRegistre }) => active && !route.path.includes(':') && withoutRegistre !== true)
    .map(({ route, title, nav }) => ({ route, titre: nav?.label ?? title, icone: nav?.icon }))
    .filter(({ titre }) => correspond(cleRecherche(titre), texte))
    .map(({ route, titre, icone }): Proposition => ({
      cle: `ecran ${route.path}`,
      titre,
      ...(icone && { icone }),
      choisir: () => navigate(route.href({})),
    }))
  return { titre: 'Écrans', propositions }
}

/** What can be done, by the words of the command and those that one may think of. Screens are not said twice. */
function actions(texte: string, active: boolean): GroupePropose {
  const propositions = nomsCommandes
    .map((nom) => ({ nom, ...commande(nom) }))
    .filter(({ menu, nom }) => nom !== 'rechercher' && menu !== 'aller')
    .filter(({ sansRegistre }) => active || sansRegistre === true)
    .filter(({ libelle, motsCles = '' }) => correspond(cleRecherche(`${libelle} ${motsCles}`), texte))
    .map(({ nom, libelle, touches }): Proposition => ({
      cle: `commande ${nom}`,
      titre: libelle,
      ...(touches !== undefined && { touches: afficherTouches(touches) }),
      choisir: () => executer(nom),
    }))
  return { titre: 'Actions', propositions }
}
