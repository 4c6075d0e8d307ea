import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useEffect, useState } from 'react'
import { champsDisponibles, champInterneParCode, boucleParCode } from '../../../shared/domain/modele-lettre/catalogue'
import { type ChampModele, groupesChamps } from '../../../shared/domain/modele-lettre/champs.donnees'
import { cleRecherche, critere } from '../../../shared/text'
import { Dialog } from '../../ui/dialog'
import classes from './modele.module.css'

interface InsererChampDialogProps {
  autour: readonly string[]
  onClose: () => void
  onChoose: (code: string) => void
}

interface Proposition {
  code: string
  libelle: string
  groupe: string
  description: string
  exemple: string
}

function propositionsDe(autour: readonly string[]): Proposition[] {
  return champsDisponibles(autour).map((champ) => {
    const boucle = champInterneParCode(champ.code)?.boucle
    const groupe =
      boucle === undefined
        ? groupesChamps[(champ as ChampModele).groupe]
        : `Pour chaque ${boucleParCode(boucle)?.libelle ?? boucle}`
    return { description: '', ...champ, groupe }
  })
}

/** Every field that the place may hold, found by typing. */
export function InsererChampDialog({ autour, onClose, onChoose }: InsererChampDialogProps) {
  const [cherche, setCherche] = useState('')
  const combobox = useCombobox({ defaultOpened: true })
  const convient = critere(cherche)
  const gardes = propositionsDe(autour).filter(({ libelle, groupe, description, exemple }) =>
    convient(cleRecherche(`${libelle} ${groupe} ${description} ${exemple}`)),
  )
  const { selectFirstOption } = combobox
  useEffect(() => {
    selectFirstOption()
  }, [cherche, selectFirstOption])
  return (
    <Dialog opened onClose={onClose} title="Insérer un champ" size="lg">
      <Combobox store={combobox} onOptionSubmit={onChoose}>
        <Combobox.EventsTarget>
          <TextInput
            data-autofocus
            role="combobox"
            label="Chercher un champ"
            placeholder="rôle, résidence, date…"
            value={cherche}
            onChange={({ currentTarget }) => setCherche(currentTarget.value)}
            onKeyDown={({ key }) => {
              if (key === 'Escape') onClose()
            }}
          />
        </Combobox.EventsTarget>
        <Combobox.Options className={classes.propositions ?? ''} aria-label="Champs">
          {[...new Set(gardes.map(({ groupe }) => groupe))].map((groupe) => (
            <Combobox.Group key={groupe} label={groupe}>
              {gardes
                .filter((champ) => champ.groupe === groupe)
                .map(({ code, libelle, description, exemple }) => (
                  <Combobox.Option key={code} value={code}>
                    <span className={classes.propose}>
                      <span>{libelle}</span>
                      <span className={classes.exemple}>{exemple}</span>
                    </span>
                    {description !== '' && <span className={classes.description}>{description}</span>}
                  </Combobox.Option>
                ))}
            </Combobox.Group>
          ))}
          {gardes.length === 0 && <Combobox.Empty>Aucun champ ne répond à ces mots.</Combobox.Empty>}
        </Combobox.Options>
      </Combobox>
    </Dialog>
  )
}
