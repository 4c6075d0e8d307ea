import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { Dialog } from '../ui/dialog'
import { HistoriqueDeFiche } from './historique-fiche'

interface BoutonHistoriqueProps {
  table: string
  /** Its identifier, or the name under which the screen knows it. */
  id: string
  /** What it is called, for the title and for those who hear one button after the other. */
  nom: string
}

/** The history of a record that has no page of its own. */
export function BoutonHistorique({ table, id, nom }: BoutonHistoriqueProps) {
  const [ouvert, setOuvert] = useState(false)
  const fermer = (): void => setOuvert(false)
  return (
    <>
      <Button
        data-reads
        variant="subtle"
        leftSection={<IconHistory size={16} stroke={1.6} aria-hidden />}
        aria-label={`Historique : ${nom}`}
        onClick={() => setOuvert(true)}
      >
        Historique
      </Button>
      {ouvert && (
        <Dialog
          opened
          onClose={fermer}
          title={nom}
          size="lg"
          actions={
            <Button variant="default" onClick={fermer}>
              Fermer
            </Button>
          }
        >
          <HistoriqueDeFiche table={table} id={id} />
        </Dialog>
      )}
    </>
  )
}
