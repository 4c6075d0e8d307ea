import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { afficheDepartement } from '../../../shared/academies'
import { type CircuitAffiche, definirCircuit, listerCircuits } from '../../../shared/domain/circuit/circuit.contract'
import { BoutonHistorique } from '../../journal/bouton-historique'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { ErrorState, Loading } from '../../ui/empty-state'
import { notify } from '../../ui/notice'
import { Section } from '../../ui/section'
import { Badge } from '../../ui/state'
import { CircuitForm } from './circuit-form'
import classes from './parametres.module.css'

const cleDe = ({ modele, departement }: Pick<CircuitAffiche, 'modele' | 'departement'>): string =>
  `${modele} ${departement}`

const nommer = (departement: string): string =>
  departement === '' ? 'tous les départements' : `département ${afficheDepartement(departement)}`

const titre = ({ modeleLibelle, departement }: CircuitAffiche): string => `${modeleLibelle} : ${nommer(departement)}`

/** Who signs the letters, in which order: for each model, and for the départements that do otherwise. */
export function CircuitsTab() {
  const query = useOperation(listerCircuits, {})
  const definir = useCommand(definirCircuit)
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  if (!query.data) return <Loading />
  const { circuits, modeles, departements } = query.data
  const revenir = ({ modele, departement }: CircuitAffiche): void =>
    definir.mutate({ modele, departement, signataires: [] }, { onError: notify.error })
  return (
    <div className={classes.column}>
      {circuits.map((circuit) => (
        <Section
          key={cleDe(circuit)}
          shows={cleDe(circuit)}
          title={titre(circuit)}
          description="Dans l’ordre des signatures, selon la résidence de l’agent. Les lettres déjà écrites gardent les leurs."
          actions={
            <>
              <BoutonHistorique table="circuit" id={cleDe(circuit)} nom={titre(circuit)} />
              {circuit.propre ? (
                <Button variant="default" onClick={() => revenir(circuit)}>
                  {circuit.departement === '' ? 'Revenir au circuit du modèle' : 'Retirer ce circuit'}
                </Button>
              ) : (
                <Badge>Circuit du modèle de lettre</Badge>
              )}
            </>
          }
        >
          <CircuitForm circuit={circuit} />
        </Section>
      ))}
      <Ajout circuits={circuits} modeles={modeles} departements={departements} />
    </div>
  )
}

interface AjoutProps {
  circuits: readonly CircuitAffiche[]
  modeles: readonly { code: string; libelle: string }[]
  departements: readonly string[]
}

function Ajout({ circuits, modeles, departements }: AjoutProps) {
  const definir = useCommand(definirCircuit)
  const [modele, setModele] = useState(modeles[0]?.code ?? '')
  const libres = departements.filter(
    (departement) => !circuits.some((circuit) => cleDe(circuit) === cleDe({ modele, departement })),
  )
  const ajouter = (departement: string): void => {
    const general = circuits.find((circuit) => circuit.modele === modele && circuit.departement === '')
    const signataires = (general?.signataires ?? []).map(({ signataireId, nom, residence }) => ({
      ...{ signataireId, nom, residence },
    }))
    definir.mutate({ modele, departement, signataires }, { onError: notify.error })
  }
  if (departements.length === 0) return null
  return (
    <Section
      title="Circuit propre à un département"
      description="Le circuit général du modèle y est recopié, à corriger ensuite."
    >
      <div className={classes.ligneCircuit}>
        <Select
          label="Modèle"
          data={modeles.map(({ code, libelle }) => ({ value: code, label: libelle }))}
          value={modele}
          onChange={(value) => setModele(value ?? modele)}
          allowDeselect={false}
        />
        {libres.map((departement) => (
          <Button
            key={departement}
            variant="default"
            loading={definir.isPending}
            onClick={() => ajouter(departement)}
          >{`Ajouter le ${nommer(departement)}`}</Button>
        ))}
      </div>
    </Section>
  )
}
