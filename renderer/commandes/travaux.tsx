import { useEffect, useRef } from 'react'
import { useExportBilan } from '../features/bilan/use-export-bilan'
import { useExportLettres } from '../features/lettre-de-mission/use-export-lettres'
import { useSession } from '../session'
import { LongWork } from '../ui/progress'
import classes from './travaux.module.css'

interface TravailProps {
  onFini: () => void
}

/** Begins once, however many times React mounts it. */
function useUneFois(commencer: () => Promise<void>, onFini: () => void): void {
  const commence = useRef(false)
  useEffect(() => {
    if (commence.current) return
    commence.current = true
    void commencer().finally(onFini)
  })
}

/** « Exporter le bilan en Excel… », from any screen. */
export function ExportDuBilan({ onFini }: TravailProps) {
  const { anneeId } = useSession()
  const { run, work } = useExportBilan({ anneeId, courant: false })
  useUneFois(run, onFini)
  return (
    <div className={classes.travail}>
      <LongWork title="Export du bilan" work={work} />
    </div>
  )
}

/** « Exporter les lettres en PDF… », from any screen: one file each, in a folder. */
export function ExportDesLettres({ onFini }: TravailProps) {
  const { anneeId } = useSession()
  const { dossier, work } = useExportLettres(anneeId)
  useUneFois(dossier, onFini)
  return (
    <div className={classes.travail}>
      <LongWork title="Export des lettres" work={work} />
    </div>
  )
}
