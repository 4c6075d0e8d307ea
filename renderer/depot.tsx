import { IconBuildingBank, IconFileSpreadsheet, IconSchool } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { FichierChoisi } from '../shared/domain/fichier/fichier.contract'
import { reconnaitreDepot } from '../shared/domain/fichier/depot'
import { ouvrirRegistre } from '../shared/domain/registre/registre.contract'
import classes from './depot.module.css'
import { auJour } from './ipc/au-jour'
import { useCommand } from './ipc/use-operation'
import { pourquoiLectureSeule } from './journal/bande-du-passe'
import { paths } from './paths'
import { useSession } from './session'
import { notify } from './ui/notice'
import { navigate } from './ui/router'

/** Files dropped in the window, or pasted from the file manager, as the preload hands them over: by their tokens. */
const deposes = (data: unknown): readonly FichierChoisi[] =>
  typeof data === 'object' && data !== null && 'fichiersDeposes' in data && Array.isArray(data.fichiersDeposes)
    ? (data.fichiersDeposes as FichierChoisi[])
    : []

const aDesFichiers = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** A file may be dropped anywhere in the window: says what can be, then shows what it would do. */
export function Depot() {
  const { registre } = useSession()
  const survol = useSurvol()
  const ouvrir = useCommand(ouvrirRegistre)
  const { mutate } = ouvrir
  const ouvert = registre !== null

  useEffect(() => {
    const accueillir = (fichiers: readonly FichierChoisi[]): void => {
      const [fichier, ...autres] = fichiers
      if (!fichier) return
      if (autres.length > 0) return notify.info('Déposez un seul fichier à la fois. Rien n’a été importé.')
      const depot = reconnaitreDepot(fichier.nom)
      const jour = auJour()
      if (depot.genre === 'refuse') return notify.info(depot.motif)
      if (depot.genre !== 'registre' && jour !== undefined) return notify.info(pourquoiLectureSeule(jour))
      if (depot.genre === 'registre') return mutate({ jeton: fichier.jeton }, { onError: notify.error })
      if (!ouvert) return notify.info('Ouvrez ou créez d’abord un registre, puis déposez ce fichier de nouveau.')
      const page = depot.genre === 'annuaire' ? paths.importAnnuaire : paths.importClasseur
      navigate(page.href({}, { fichier: fichier.jeton, nom: fichier.nom }))
    }
    const onMessage = ({ source, origin, data }: MessageEvent<unknown>): void => {
      if (source === window && origin === window.location.origin) accueillir(deposes(data))
    }
    window.addEventListener('message', onMessage)
    return () => window.removeEventListener('message', onMessage)
  }, [mutate, ouvert])

  if (!survol) return null
  return (
    <div className={classes.voile} role="status">
      <div className={classes.carte}>
        <p className={classes.titre}>Déposez un fichier</p>
        <ul className={classes.genres}>
          <li>
            <IconFileSpreadsheet size={22} stroke={1.6} aria-hidden /> <strong>Classeur .xlsx</strong>
            <span>réseaux, agents, lettres, lignes FSE</span>
          </li>
          <li>
            <IconSchool size={22} stroke={1.6} aria-hidden /> <strong>Annuaire .csv</strong>
            <span>établissements de l’académie</span>
          </li>
          <li>
            <IconBuildingBank size={22} stroke={1.6} aria-hidden /> <strong>Registre .mlds</strong>
            <span>il s’ouvre à la place de celui-ci</span>
          </li>
        </ul>
        <p className={classes.suite}>Vous verrez ce qu’il contient avant que rien ne soit écrit.</p>
      </div>
    </div>
  )
}

/** Whether files are held above the window; nothing dropped ever replaces the page. */
function useSurvol(): boolean {
  const [survol, setSurvol] = useState(false)
  useEffect(() => {
    // Enter and leave come for every element that the pointer crosses: they are counted.
    let niveau = 0
    const suivre = (event: DragEvent): void => {
      if (!aDesFichiers(event)) return
      if (event.type === 'dragenter') niveau += 1
      if (event.type === 'dragleave') niveau -= 1
      if (event.type === 'drop') niveau = 0
      event.preventDefault()
      setSurvol(niveau > 0)
    }
    const types = ['dragenter', 'dragover', 'dragleave', 'drop'] as const
    for (const type of types) window.addEventListener(type, suivre)
    return () => {
      for (const type of types) window.removeEventListener(type, suivre)
    }
  }, [])
  return survol
}
