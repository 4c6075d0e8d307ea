import { Button, CloseButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { libellesLignes } from '../../../shared/domain/lettre-de-mission/libelles'
import { lettreEtablissement } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import {
  modifierEtablissements,
  type LettreLue,
} from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { useCommand } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { FieldBooleen, FieldChoix } from '../../ui/form/choice-fields'
import { FieldNumber } from '../../ui/form/number-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import type { Option } from '../../ui/table/cell-input'
import classes from './lettre.module.css'

export type Lieu = LettreLue['etablissements'][number]

const unites = [
  { value: 'heuresParAn', label: 'h par an' },
  { value: 'joursParSemaine', label: 'j par sem.' },
]

const libelles = libellesLignes.lettreEtablissement
const schema = lettreEtablissement.pick({ natureId: true, volume: true, uniteVolume: true, gpds: true })
type Values = Pick<Lieu, 'natureId' | 'volume' | 'uniteVolume' | 'gpds'>

interface LieuDetailProps {
  lettreId: string
  lieu: Lieu
  natures: readonly Option[]
  /** Absent where the letter is only read. */
  onRemove?: () => void
  onClose: () => void
}

/** One établissement of the letter as a form, written as each field is left: its words in full, and where to read of it. */
export function LieuDetail({ lettreId, lieu, natures, onRemove, onClose }: LieuDetailProps) {
  const { id, etablissementId, nom, uai, commune, natureId, volume, uniteVolume, gpds } = lieu
  const { mutateAsync } = useCommand(modifierEtablissements)
  const form = useAutosaveForm<Values>({
    schema,
    values: { natureId, volume, uniteVolume, gpds },
    save: (champs, _tout, attendu) => mutateAsync({ id: lettreId, lignes: [{ id, champs, attendu }] }),
  })
  const place = useRef<HTMLElement>(null)
  // Under a plain table, which is as high as its rows, it would open out of sight.
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <section className={classes.ligne} aria-label={nom} data-key={id} ref={place}>
      <div className={classes.ligneTete}>
        <div className={classes.ligneNom}>
          <a href={paths.etablissement.href({ id: etablissementId })}>{nom}</a>{' '}
          <span className={classes.aide}>{[commune, uai].filter((mot) => mot !== '').join(' · ')}</span>
        </div>
        {onRemove && (
          <Button variant="subtle" size="compact-sm" onClick={onRemove}>
            Retirer
          </Button>
        )}
        <CloseButton data-reads aria-label="Fermer le détail" onClick={onClose} />
      </div>
      <div className={classes.surUneLigne}>
        <FieldChoix form={form} name="natureId" label={libelles.natureId} clearable options={natures} />
        <FieldNumber form={form} name="volume" label={libelles.volume} />
        <FieldChoix form={form} name="uniteVolume" label={libelles.uniteVolume} required options={unites} />
        <FieldBooleen form={form} name="gpds" label={libelles.gpds} />
      </div>
    </section>
  )
}
