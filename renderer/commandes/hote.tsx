import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { commande, type NomCommande } from '../../shared/commandes'
import { useAuJour } from '../ipc/au-jour'
import { onCommand } from '../ipc/call'
import { pourquoiLectureSeule } from '../journal/bande-du-passe'
import { useZoomSuivi } from '../reglages-fenetre'
import { Palette } from '../recherche/palette'
import { useSession } from '../session'
import { ErrorBoundary } from '../ui/error-boundary'
import { lazyPage } from '../ui/lazy-page'
import { notify } from '../ui/notice'
import { navigate } from '../ui/router'
import { surCommande } from './executer'
import { commandeDeLaFrappe, ecritDansUnChamp } from './touches'
import { useActions, type Surimpression } from './use-actions'

// Read when they are first asked for: none of them is needed to show a screen. The search is typed in at once: it is there from the start.
const DialogueRaccourcis = lazy(() => import('./dialogue-raccourcis'))
const NouvelAgent = lazyPage(() => import('../features/agent/nouvel-agent').then(({ NouvelAgent }) => NouvelAgent))
const NouvelEtablissement = lazyPage(() =>
  import('../features/etablissement/nouvel-etablissement').then(({ NouvelEtablissement }) => NouvelEtablissement),
)
const NouveauReseau = lazyPage(() =>
  import('../features/reseau/nouveau-reseau').then(({ NouveauReseau }) => NouveauReseau),
)
const NewOperation = lazyPage(() => import('../features/fse/new-operation').then(({ NewOperation }) => NewOperation))
const ExportDuBilan = lazyPage(() => import('./travaux').then(({ ExportDuBilan }) => ExportDuBilan))
const ExportDesLettres = lazyPage(() => import('./travaux').then(({ ExportDesLettres }) => ExportDesLettres))

/** Runs the commands, whatever asked for them (keys, native menus, Ctrl+K, buttons), and shows what they open. */
export function HoteDesCommandes() {
  const { registre } = useSession()
  const jour = useAuJour()
  const [montree, setMontree] = useState<Surimpression | null>(null)
  // Drawn before the next key is read: what is typed right after Ctrl+K goes into the field it opens.
  const actions = useActions((quoi) => flushSync(() => setMontree(quoi)))
  const executer = useRef<(nom: NomCommande) => void>(() => undefined)
  executer.current = (nom) => {
    const { adresse, sansRegistre, ecrit } = commande(nom)
    if (!registre && sansRegistre !== true) return
    if (ecrit && jour !== undefined) return notify.info(pourquoiLectureSeule(jour))
    if (adresse !== undefined) navigate(`#${adresse}`)
    else actions[nom as keyof typeof actions]()
  }
  useZoomSuivi()
  useEffect(() => {
    const run = (nom: NomCommande): void => executer.current(nom)
    const onKeyDown = (event: KeyboardEvent): void => {
      const nom = event.defaultPrevented || event.repeat ? undefined : commandeDeLaFrappe(event)
      if (nom === undefined || ecritDansUnChamp(event, event.target) || !permise(nom)) return
      event.preventDefault()
      run(nom)
    }
    const stops = [surCommande(run), onCommand((nom) => permise(nom) && run(nom))]
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      stops.forEach((stop) => stop())
    }
  }, [])
  const onClose = (): void => setMontree(null)
  return (
    <ErrorBoundary key={montree}>
      <Suspense fallback={null}>
        {montree === 'recherche' && <Palette onClose={onClose} />}
        {montree === 'raccourcis' && <DialogueRaccourcis onClose={onClose} />}
        {montree === 'agent' && <NouvelAgent onClose={onClose} />}
        {montree === 'etablissement' && <NouvelEtablissement onClose={onClose} />}
        {montree === 'reseau' && <NouveauReseau onClose={onClose} />}
        {montree === 'operation' && <NewOperation opened onClose={onClose} />}
        {montree === 'bilan' && <ExportDuBilan onFini={onClose} />}
        {montree === 'lettres' && <ExportDesLettres onFini={onClose} />}
      </Suspense>
    </ErrorBoundary>
  )
}

/** Over a dialog, only what changes the look of the window: the question it asks comes first. */
const permise = (nom: NomCommande): boolean =>
  commande(nom).menu === 'affichage' || document.querySelector('[aria-modal="true"]') === null
