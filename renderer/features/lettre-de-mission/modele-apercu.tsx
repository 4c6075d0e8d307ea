import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { listerLettres } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { apercuModele } from '../../../shared/domain/modele-lettre/modele-lettre.contract'
import type { ContenuModele } from '../../../shared/domain/modele-lettre/modele-lettre'
import { useOperation } from '../../ipc/use-operation'
import { useAnneeId } from '../../session'
import { EmptyState } from '../../ui/empty-state'
import { Papier } from './apercu'
import classes from './modele.module.css'

/** What the model prints for one letter of the year, as it is typed. */
export function ApercuDuModele({ code, contenu }: { code: string; contenu: ContenuModele }) {
  const anneeId = useAnneeId()
  const lettres = (useOperation(listerLettres, { anneeId }, { enabled: anneeId !== '' }).data ?? []).filter(
    ({ active }) => active === 1,
  )
  const [choisie, setChoisie] = useState<string | null>(null)
  const [pose] = useDebouncedValue(contenu, 250)
  const siennes = lettres.filter(({ modele }) => modele === code)
  const lettreId = choisie ?? siennes[0]?.id ?? lettres[0]?.id ?? ''
  const page = useOperation(apercuModele, { contenu: pose, lettreId }, { enabled: lettreId !== '', keepPrevious: true })
  if (lettreId === '') {
    return (
      <div className={classes.vide}>
        <EmptyState title="Aucune lettre à montrer">
          Écrivez une lettre de l’année : le modèle se verra ici sur sa page.
        </EmptyState>
      </div>
    )
  }
  const enListe = ({ id, agent, role }: (typeof lettres)[number]) => ({ value: id, label: `${agent}, ${role}` })
  const autres = lettres.filter(({ modele }) => modele !== code)
  return (
    <Papier
      page={page.data}
      titre="Aperçu du modèle"
      actions={
        <Select
          size="xs"
          className={classes.montree ?? ''}
          aria-label="Lettre montrée"
          searchable
          allowDeselect={false}
          data={[
            ...(siennes.length > 0 ? [{ group: 'Lettres de ce modèle', items: siennes.map(enListe) }] : []),
            ...(autres.length > 0 ? [{ group: 'Autres lettres', items: autres.map(enListe) }] : []),
          ]}
          value={lettreId}
          onChange={setChoisie}
        />
      }
    />
  )
}
