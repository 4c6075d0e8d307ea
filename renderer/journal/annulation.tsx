import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import {
  annulerEtape,
  type EtapeDeJournal,
  type FicheGardee,
  type LieuDuChangement,
  listerJournal,
  type ResultatAnnulation,
  retablirEtape,
} from '../../shared/domain/journal/journal.contract'
import { typographier } from '../../shared/typographie'
import { formatNombre } from '../../shared/nombres'
import { useAuJour } from '../ipc/au-jour'
import { useCommand, useOperation } from '../ipc/use-operation'
import { useSession } from '../session'
import { Dialog } from '../ui/dialog'
import { aLEcran } from '../ui/format'
import { notify } from '../ui/notice'
import { navigate } from '../ui/router'
import { show } from '../ui/shown'
import { adresseDuChangement, endroits } from './lieux'
import { Gardees, Suivantes } from './refus'
import { useRaccourcis } from './raccourcis'

interface Annulation {
  /** What Ctrl + Z undoes, what Ctrl + Y does again; null when there is nothing, or while looking at the past. */
  annulable: EtapeDeJournal | null
  retablissable: EtapeDeJournal | null
  enCours: boolean
  /** The last step, or the one named. */
  annuler: (etapeSeq?: number) => void
  retablir: (etapeSeq?: number) => void
}

type Refus = Extract<ResultatAnnulation, { fait: false }> & { etapeSeq: number | undefined }

const AnnulationContext = createContext<Annulation | null>(null)

export function useAnnulation(): Annulation {
  const annulation = useContext(AnnulationContext)
  if (!annulation) throw new Error('useAnnulation outside AnnulationProvider')
  return annulation
}

/** Undo and redo for the whole window: keys, where the change was, what was kept, why not. */
export function AnnulationProvider({ children }: { children: ReactNode }) {
  const { registre, annees, anneeId, setAnneeId } = useSession()
  const present = useAuJour() === undefined
  const { data } = useOperation(
    listerJournal,
    { limite: 1 },
    { enabled: registre !== null, keepPrevious: true, later: true },
  )
  const undo = useCommand(annulerEtape)
  const redo = useCommand(retablirEtape)
  const [refus, setRefus] = useState<Refus>()
  const [gardees, setGardees] = useState<readonly FicheGardee[]>()

  const conclure = useCallback(
    (result: ResultatAnnulation, etapeSeq: number | undefined): void => {
      if (!result.fait) return setRefus({ ...result, etapeSeq })
      setRefus(undefined)
      const annee = result.ou?.anneeId
      if (annee != null && annee !== anneeId && annees.includes(annee)) setAnneeId(annee)
      montrer(result)
      const voir = {
        label: `Voir ${result.gardees.length > 1 ? `les ${formatNombre(result.gardees.length)} fiches gardées` : 'la fiche gardée'}`,
        onClick: () => setGardees(result.gardees),
      }
      notify.done(aLEcran(typographier(`${result.phrase}.`)), result.gardees.length > 0 ? { action: voir } : {})
    },
    [annees, anneeId, setAnneeId],
  )
  const { mutate: lancerUndo } = undo
  const { mutate: lancerRedo } = redo
  const annuler = useCallback(
    (etapeSeq?: number, avecSuivantes = false) =>
      lancerUndo(
        { ...(etapeSeq !== undefined && { etapeSeq }), avecSuivantes },
        { onSuccess: (result) => conclure(result, etapeSeq), onError: notify.error },
      ),
    [lancerUndo, conclure],
  )
  const retablir = useCallback(
    (etapeSeq?: number) =>
      lancerRedo(etapeSeq === undefined ? {} : { etapeSeq }, {
        onSuccess: (result) => conclure(result, etapeSeq),
        onError: notify.error,
      }),
    [lancerRedo, conclure],
  )
  const enCours = undo.isPending || redo.isPending
  const ouvert = registre !== null && present
  const value = useMemo(
    (): Annulation => ({
      annulable: ouvert ? (data?.annulable ?? null) : null,
      retablissable: ouvert ? (data?.retablissable ?? null) : null,
      enCours,
      annuler: (etapeSeq) => annuler(etapeSeq),
      retablir,
    }),
    [ouvert, data, enCours, annuler, retablir],
  )
  useRaccourcis({ actif: ouvert && !enCours, annuler: value.annuler, retablir: value.retablir })
  return (
    <AnnulationContext value={value}>
      {children}
      {refus && (
        <RefusDialog
          refus={refus}
          enCours={enCours}
          onClose={() => setRefus(undefined)}
          onInsist={() => annuler(refus.etapeSeq, true)}
        />
      )}
      {gardees && (
        <Dialog opened onClose={() => setGardees(undefined)} title="Gardé tel quel : modifié depuis" size="lg">
          <Gardees gardees={gardees} onLeave={() => setGardees(undefined)} />
        </Dialog>
      )}
    </AnnulationContext>
  )
}

/** The screen goes where the change was, and shows it. */
function montrer({ ou }: Extract<ResultatAnnulation, { fait: true }>): void {
  if (!ou) return
  const adresse = estSousLesYeux(ou) ? null : adresseDuChangement(ou, window.location.hash)
  if (adresse !== null && adresse !== window.location.hash) navigate(adresse)
  show({
    keys: [ou.id, ...(ou.page ? [ou.page.id] : [])],
    fields: ou.champs,
    places: endroits(ou),
    anywhere: ou.page === null || ou.page.id === ou.id,
  })
}

/** A row that belongs to a record and is on the screen already: a next action on today's page. */
const estSousLesYeux = ({ id, page }: LieuDuChangement): boolean =>
  page !== null && page.id !== id && document.querySelector(`#contenu [data-key="${CSS.escape(id)}"]`) !== null

interface RefusDialogProps {
  refus: Refus
  enCours: boolean
  onClose: () => void
  onInsist: () => void
}

function RefusDialog({ refus: { raison, suivantes, empechees }, enCours, onClose, onInsist }: RefusDialogProps) {
  const n = suivantes.length
  return (
    <Dialog
      opened
      onClose={onClose}
      title={n > 0 ? 'Cette étape ne peut pas être annulée seule' : 'Cette étape ne peut pas être annulée'}
      size="lg"
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            Ne rien changer
          </Button>
          {n > 0 && (
            <Button loading={enCours} onClick={onInsist} data-autofocus>
              {n === 1 ? 'Annuler d’abord l’étape suivante' : `Annuler d’abord les ${formatNombre(n)} étapes suivantes`}
            </Button>
          )}
        </>
      }
    >
      <p>{aLEcran(typographier(raison))}</p>
      {empechees.length > 1 && <Gardees gardees={empechees} onLeave={onClose} />}
      {n > 0 && <Suivantes etapes={suivantes} />}
    </Dialog>
  )
}
